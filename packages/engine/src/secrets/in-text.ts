/** PURE: secrets that are pieces of something else: of an address, of a command. */
import { isReference } from './hidden.ts'
import { isKnownKey, isSecretName, looksLikeHash, looksLikeKey } from './looks.ts'
import type { Hiding } from './redact.ts'

type Hide = Pick<Hiding, 'hide' | 'text'>

/** Its cost grows with the text's length alone: a scheme is short, however long the word before `://` is. */
const URL_TEXT = /([a-z][a-z\d+.-]{0,30}:\/\/)((?:[^\s/?#"'<>]*@)?)([^\s"'<>]*)/gi

const PIECE = /[^\s/?#&=:,;"'@{}]{16,}/g

/** `server`: what a server is reached at. `link`: what is fetched. `text`: in any text. */
export type AddressKind = 'server' | 'link' | 'text'

/**
 * Who logs in by it, and what in it is a key: these are secrets wherever they stand. But in any text they are hidden there alone, and of what looks like a
 * key only what nothing else looks like: links are full of ids.
 */
export function urlsHidden(text: string, to: Hide, kind: AddressKind): string {
  const here: Hide = kind === 'text' ? { ...to, hide: (secret) => to.hide(secret, false) } : to
  return text.replace(URL_TEXT, (_, scheme: string, user: string, rest: string) => {
    const shown = queryHidden(rest, here)
    return scheme + userHidden(user, here) + piecesHidden[kind](shown, here)
  })
}

const piecesHidden = {
  server: (text: string, to: Hide) =>
    text.replace(PIECE, (piece) => (looksLikeKey(piece) ? to.hide(piece, true) : piece)),
  link: keysHidden,
  text: (text: string, to: Hide) =>
    text.replace(PIECE, (piece) => (isKnownKey(piece) ? to.hide(piece, false) : piece)),
} satisfies Record<AddressKind, (text: string, to: Hide) => string>

function userHidden(user: string, to: Hide): string {
  if (user === '') return ''
  const [name = '', ...password] = user.slice(0, -1).split(':')
  const parts = password.length > 0 ? [name, hidden(password.join(':'), to)] : [hidden(name, to)]
  return `${parts.join(':')}@`
}

function queryHidden(rest: string, to: Hide): string {
  return rest.replace(/([?&;]([^?=&;#]+)=)([^&;#]*)/g, (whole, before: string, name: string, value: string) =>
    isSecretName(name) ? before + hidden(value, to) : whole,
  )
}

function hidden(secret: string, to: Hide): string {
  return secret === '' || isMark(secret) || isReference(secret) ? secret : to.hide(secret, true)
}

const isMark = (text: string) => text.startsWith('{hidden:')

/** Pieces that look like keys, between whatever parts them. What may as well be a commit or an id is hidden there alone. */
export function keysHidden(text: string, to: Hide): string {
  return text.replace(PIECE, (piece) => (looksLikeKey(piece) ? to.hide(piece, !looksLikeHash(piece)) : piece))
}

/** The scheme of a header is none: `Bearer …`. */
export function credentialHidden(value: string, isSure: boolean, to: Hide): string {
  const [, scheme, rest] = /^((?:Bearer|Basic|Token|Bot|ApiKey) +)(\S+)$/i.exec(value) ?? []
  if (scheme === undefined || rest === undefined) return to.hide(value, isSure)
  return isReference(rest) ? value : scheme + to.hide(rest, true)
}

/** A command: what follows `--token`, stands in `TOKEN=…`, `Authorization: …`, an address, or looks like a key. */
export function wordsHidden(words: readonly string[], to: Hide): string[] {
  return words.map((word, at) => wordHidden(word, words[at - 1] ?? '', to))
}

const SCHEME = /^(bearer|basic)$/i

function wordHidden(word: string, before: string, to: Hide): string {
  if (isReference(word) || SCHEME.test(word)) return word
  if (announces(before) && !word.startsWith('-')) return hidden(word, to)
  const [, name, value] = /^(-{0,2}[\w.-]+(?:=|: *)["']?)(.+)$/s.exec(word) ?? []
  if (name !== undefined && value !== undefined && isSecretName(name) && !/\s\S+\s/.test(value))
    return name + (isMark(value) || isReference(value) ? value : credentialHidden(value, true, to))
  return /\s/.test(word) ? lineHidden(word, to) : keysHidden(urlsHidden(to.text(word), to, 'link'), to)
}

/** Whether what comes next is a secret: behind `--token`, `X-Api-Key:`, `--header=X-Api-Key:` and `Bearer`. */
function announces(word: string): boolean {
  const [, option, header] = /^(--?[\w-]{1,100})$|(?:^|=)([\w-]{1,100}):$/.exec(word) ?? []
  return SCHEME.test(word) || isSecretName(option ?? header ?? '')
}

/** A word that is a command itself, as shells take one, with its quotes. */
function lineHidden(line: string, to: Hide): string {
  const parts = line.split(/(\s+)/).map(unquoted)
  return parts
    .map(([open, word, close], at) => {
      const isGap = at % 2 === 1
      return isGap || word === ''
        ? open + word + close
        : open + wordHidden(word, parts[at - 2]?.[1] ?? '', to) + close
    })
    .join('')
}

/** Between quotes and what else a shell has around a word. */
function unquoted(part: string): [open: string, word: string, close: string] {
  let [from, to] = [0, part.length]
  while (from < to && `"'\`(`.includes(part.charAt(from))) from += 1
  while (to > from && `"'\`);,`.includes(part.charAt(to - 1))) to -= 1
  return [part.slice(0, from), part.slice(from, to), part.slice(to)]
}
