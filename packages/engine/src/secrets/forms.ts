/** PURE: how a secret stands in texts. */
import { isTelling } from './looks.ts'

/** Lines of a key in a file are 64 letters, the last one is shorter. */
const LEAST_PIECE = 20
/** The largest keys in use have a hundred lines. */
const MOST_PIECES = 500

/**
 * In a text, in JSON, in JSON that stands in a text of JSON, and in an address. What has gaps, as a key of several lines has, is nowhere found as a whole: in
 * a diff something stands before each of its lines.
 */
export function formsOf(secret: string): string[] {
  const whole = /\s/.test(secret) ? longPieces(secret) : [secret]
  return [...new Set(whole.filter(isTelling).flatMap(writtenForms))]
}

function longPieces(secret: string): string[] {
  return secret
    .split(/\s+/)
    .filter(({ length }) => length >= LEAST_PIECE)
    .slice(0, MOST_PIECES)
}

function writtenForms(piece: string): string[] {
  const inJson = JSON.stringify(piece).slice(1, -1)
  return [piece, inJson, JSON.stringify(inJson).slice(1, -1), inAddress(piece)]
}

/** Half a character has no form there. */
const inAddress = (piece: string) => (/\p{Surrogate}/u.test(piece) ? piece : encodeURIComponent(piece))
