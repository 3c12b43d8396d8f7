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

/** A command: what follows `--token`, stands in `TOKEN=…`, `Authorization: …`, an address, or looks like a key. */
export function wordsHidden(words: readonly string[], to: Hide): string[] {
  return words.map((word, at) => wordHidden(word, words[at - 1] ?? '', to))
}

function wordHidden(word: string, before: string, to: Hide): string {
  if (isReference(word)) return word
  if (/^--?[\w-]+$/.test(before) && isSecretName(before) && !word.startsWith('-')) return hidden(word, to)
  const [, name, value] = /^(-{0,2}[\w.-]+(?:=|: *))(.+)$/s.exec(word) ?? []
  if (name !== undefined && value !== undefined && isSecretName(name)) return name + hidden(value, to)
  return keysHidden(urlsHidden(to.text(word), to, 'link'), to)
}
