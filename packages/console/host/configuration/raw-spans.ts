/** PURE: pieces of the text of a file of settings, and whether there may be a secret in one. */
import { looksLikeKey } from '@kilo-console/engine/secrets/looks'
import { withoutSecrets } from './secret-text.ts'

export interface Span {
  from: number
  to: number
}

/** Whether a text holds a secret that is known. */
export type HoldsKnown = (text: string) => boolean

export interface Harmless {
  holdsKnown: HoldsKnown
  /** Whether all that stands there says where the value comes from. */
  isReferenceAt: (from: number, length: number) => boolean
}

/** Which variable or file is meant tells nothing. `token`: all of it, as it is written, with its quotes if it has some. */
export const isReference = (token: string) => /^("?)\{(env|file):[^{}]{1,200}\}\1$/.test(token)

export const isSecretName = (name: string, holdsKnown: HoldsKnown) => isTelling(name) || holdsKnown(name)

/** Settings that were taken out are kept in comments: of these no value is shown. */
export const isSecretComment = (text: string, holdsKnown: HoldsKnown) =>
  isTelling(text) || holdsKnown(text) || /"(?!\s*:)[^"\n]*"(?!\s*:)/.test(text)

export const isTelling = (text: string) =>
  looksLikeKey(text) || withoutSecrets(text, { hide: () => '\0', shortens: false }) !== text

/** Each line by itself: those below keep their numbers. */
export function insideComment(text: string, from: number, length: number): Span[] {
  const written = text.slice(from, from + length)
  const isClosed = written.startsWith('/*') && written.endsWith('*/') && length >= 4
  const lines = written.slice(2, isClosed ? -2 : undefined).matchAll(/[^\r\n]+/g)
  return [...lines].flatMap(({ index, 0: line }) =>
    line.trim() === '' ? [] : [{ from: from + 2 + index, to: from + 2 + index + line.length }],
  )
}
