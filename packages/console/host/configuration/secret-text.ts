/** PURE: what may be a secret within a text, wherever that stands: what follows a name of secrets, who logs in by an address, what looks like a key. */
import { looksLikeKey } from '@kilo-console/engine/secrets/looks'
import { isSecretName } from './secret-names.ts'

/** What is shown in the place of a secret. */
export type Hide = (secret: string) => string

export interface Hiding {
  hide: Hide
  /** Of addresses the first part of the path alone is kept: with some services all that is behind it is the key. */
  shortens: boolean
}

/** Each pass looks at all of it. */
const MOST_TEXT = 4000
/** With what is before it: each run of letters is looked at once, and not from each of its letters. */
const LAST_WORD = /(^|\s)\S+$/

const ADDRESS = /[a-z][a-z0-9+.-]{0,30}:\/\/[^\s"'<>`]+/i
/** Without a scheme: `ada:secret@host.example`. */
const LOGIN = /(?<![^\s/:@"'])([^\s/:@"']{1,500}):([^\s/@"']{1,200})@(?=[a-z][\w-]*\.[a-z]|localhost)/gi
const BEARER = /\b(bearer|basic)( +)([^\s"']+)/gi
/** `API_KEY=x`, `--token=x`, `"apiKey": "x"`, `X-Token: x`. */
const NAME = /(?<![\w.-])([\w.-]{1,500})(["']?\s{0,3}[=:]\s{0,3}["']?)/g
const VALUE = /[^\s"',;&]+/y
const OPTION = /(--?)([\w-]{1,60})( +["']?)([^\s"'-][^\s"']*)/g
/** Options that are a letter: of these programs it is who logs in. */
const LOGIN_OPTION = /\b(curl|wget|mysql|mariadb|sshpass|mongosh?)\b([^|;&]{0,200}? -[up] ?)([^\s"']+)/g
const PIECE = /[^\s/?#&=:,;"'@{}()[\]<>]{8,}/g
/** Too short to look like a key, if not for its beginning. */
const SHORT_KEY = /^(sk-|gh[opsu]_|xox[abeprs]-|hf_)\w/
/** Of shells and of the engine: where a secret comes from is none. */
const ELSEWHERE = /^(\*|\$\w+|\$\{\w+\})$/
/** Looked at already. */
const DONE = /^\0\d+\0$/
const REFERENCE = /\{(env|file):[^{}]{1,200}\}/g

export function withoutSecrets(given: string, { hide, shortens }: Hiding): string {
  const text = given.length > MOST_TEXT ? `${given.slice(0, MOST_TEXT).replace(LAST_WORD, '$1')}…` : given
  // What is hidden once is not looked at again: its stand-in could be taken for a name with a value.
  const hidden: string[] = []
  const mark = (secret: string) =>
    ELSEWHERE.test(secret) || DONE.test(secret) ? secret : `\0${hidden.push(hide(secret)) - 1}\0`
  const free = text.replaceAll('\0', '').replace(REFERENCE, (written) => `\0${hidden.push(written) - 1}\0`)
  const plain = withoutAddresses(free, mark, shortens)
    .replace(LOGIN, (_, user: string, password: string) => `${mark(`${user}:${password}`)}@`)
    .replace(BEARER, (_, scheme: string, gap: string, token: string) => scheme + gap + mark(token))
    .replace(LOGIN_OPTION, (_, program: string, gap: string, login: string) => program + gap + mark(login))
  const whole = withoutNamed(plain, mark)
    .replace(OPTION, (all, dashes: string, name: string, gap: string, value: string) =>
      isSecretName(name) ? dashes + name + gap + mark(value) : all,
    )
    .replace(PIECE, (piece) => (isKey(piece) ? mark(piece) : piece))
  return whole.replace(/\0(\d+)\0/g, (_, at: string) => hidden[Number(at)] ?? '…')
}

function withoutNamed(text: string, mark: Hide): string {
  const pieces: string[] = []
  let from = 0
  for (const { index, 0: all, 1: name = '', 2: gap = '' } of text.matchAll(NAME)) {
    VALUE.lastIndex = index + all.length
    const value = index < from ? undefined : VALUE.exec(text)?.[0]
    if (value === undefined || !isSecretValue(name, gap, value)) continue
    pieces.push(text.slice(from, index + all.length), mark(value))
    from = index + all.length + value.length
  }
  return pieces.join('') + text.slice(from)
}

/** A variable of a command may hold one whatever its name is, unless its value is a word. */
function isSecretValue(name: string, gap: string, value: string): boolean {
  if (/^(bearer|basic)$/i.test(value)) return false
  const isVariable = /^[A-Z][A-Z0-9_]+$/.test(name) && gap.startsWith('=')
  return isSecretName(name) || (isVariable && !/^([a-z]{1,12}|\d{1,6})$|\0/.test(value))
}

function withoutAddresses(text: string, mark: Hide, shortens: boolean): string {
  const found = ADDRESS.exec(text)
  if (!found) return text
  const [written] = found
  const before = text.slice(0, found.index)
  const rest = text.slice(found.index)
  if (!URL.canParse(written)) return before + mark(rest)
  return (
    before +
    plainAddress(written, mark, shortens) +
    withoutAddresses(rest.slice(written.length), mark, shortens)
  )
}

function plainAddress(written: string, mark: Hide, shortens: boolean): string {
  const url = new URL(written)
  const [, scheme = '', rest = ''] = /^([^/]+\/\/)(.*)$/s.exec(written) ?? []
  if (url.protocol === 'file:') return written
  const [authority = ''] = /^[^/?#]*/.exec(rest) ?? []
  const login = authority.lastIndexOf('@')
  const host = authority.slice(login + 1)
  const behind = rest.slice(authority.length)
  const [path = ''] = /^[^?#]*/.exec(behind) ?? []
  const query = behind.slice(path.length)
  return [
    scheme,
    login === -1 || shortens ? '' : `${mark(authority.slice(0, login))}@`,
    host,
    plainPath(path, mark, shortens),
    query === '' ? '' : query.charAt(0) + mark(query.slice(1)),
  ].join('')
}

function plainPath(path: string, mark: Hide, shortens: boolean): string {
  const [, first = '', ...others] = path.split('/')
  if (first === '' && others.length === 0) return path
  const shown = isPlainPart(first) ? first : mark(first)
  if (!shortens)
    return ['', shown, ...others.map((part) => (isPlainPart(part) ? part : mark(part)))].join('/')
  const behind = others.join('/')
  return behind === '' ? path.replace(first, () => shown) : `/${shown}/${mark(behind)}`
}

const isKey = (piece: string): boolean => SHORT_KEY.test(piece) || looksLikeKey(piece)

const isPlainPart = (part: string): boolean => /^[\w.*-]{0,24}$/.test(part) && !isKey(part)
