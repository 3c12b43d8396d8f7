/**
 * PURE: the texts in JSON, or in events of it, masked as it comes in pieces of bytes, each of them a letter. A text is held until it ends: what is an escape
 * in it is known then, and nothing of the JSON around it is changed.
 */
import { namesSomething } from '@kilo-console/engine/secrets/texts'
import type { Masking } from '../http/secrets.ts'

/** A text that is longer is masked in pieces of this length. */
const MOST_HELD = 16 << 20
const MOST_DEPTH = 1000

const QUOTE = 34
const BACKSLASH = 92

interface Frame {
  isObject: boolean
  /** Under which name what comes next stands. */
  name: string
}

export class JsonMasking implements Masking {
  readonly #mask: (text: string) => string
  readonly #frames: Frame[] = [{ isObject: false, name: '' }]
  /** Levels below the last frame: there all texts are masked, names too. */
  #beyond = 0
  #isName = false
  /** Of a text that has not ended. */
  #held: string[] | undefined
  #heldLength = 0
  #isEscaped = false

  constructor(mask: (text: string) => string) {
    this.#mask = mask
  }

  get isHolding(): boolean {
    return this.#held !== undefined
  }

  push(piece: string): string {
    const shown: string[] = []
    for (let at = 0; at < piece.length;) {
      const [text, next] = this.#held ? this.#inText(piece, at) : this.#outside(piece, at)
      shown.push(text)
      at = next
    }
    return shown.join('')
  }

  end(): string {
    return this.#held ? this.#said() : ''
  }

  /** Up to its end, or the piece's. */
  #inText(piece: string, from: number): [shown: string, next: number] {
    for (let at = from; at < piece.length; at += 1) {
      const letter = piece.charCodeAt(at)
      if (this.#isEscaped) this.#isEscaped = false
      else if (letter === BACKSLASH) this.#isEscaped = true
      else if (letter === QUOTE) return [`${this.#hold(piece.slice(from, at))}${this.#said()}"`, at + 1]
    }
    return [this.#hold(piece.slice(from)), piece.length]
  }

  #outside(piece: string, from: number): [shown: string, next: number] {
    for (let at = from; at < piece.length; at += 1) {
      const letter = piece[at] ?? ''
      if (letter === '"') {
        this.#held = []
        return [piece.slice(from, at + 1), at + 1]
      }
      if ('{}[],:'.includes(letter)) this.#structure(letter)
    }
    return [piece.slice(from), piece.length]
  }

  #structure(letter: string): void {
    const frames = this.#frames
    if (letter === '{' || letter === '[') {
      if (frames.length < MOST_DEPTH) frames.push({ isObject: letter === '{', name: this.#top().name })
      else this.#beyond += 1
    } else if (letter === '}' || letter === ']') {
      if (this.#beyond > 0) this.#beyond -= 1
      else if (frames.length > 1) frames.pop()
    }
    this.#isName = this.#beyond === 0 && (letter === '{' || (letter === ',' && this.#top().isObject))
  }

  #hold(text: string): string {
    this.#held?.push(text)
    this.#heldLength += text.length
    if (this.#heldLength <= MOST_HELD) return ''
    const shown = this.#said()
    this.#held = []
    return shown
  }

  /** What stands between its quotes. */
  #said(): string {
    const text = (this.#held ?? []).join('')
    this.#held = undefined
    this.#heldLength = 0
    if (this.#isName) {
      this.#top().name = text
      return text
    }
    return this.#beyond === 0 && namesSomething(this.#top().name) ? text : maskedLiteral(text, this.#mask)
  }

  #top(): Frame {
    return this.#frames.at(-1) ?? { isObject: false, name: '' }
  }
}

/** Bytes of what stands between two quotes. */
function maskedLiteral(bytes: string, mask: (text: string) => string): string {
  const written = /[\x80-\xff]/.test(bytes) ? Buffer.from(bytes, 'latin1').toString('utf8') : bytes
  const text = read(written)
  const shown = mask(text ?? written)
  if (shown === (text ?? written)) return bytes
  const said = text === undefined ? shown : JSON.stringify(shown).slice(1, -1)
  return Buffer.from(said, 'utf8').toString('latin1')
}

/** Undefined for what is no text of JSON. */
function read(written: string): string | undefined {
  if (!written.includes('\\')) return written
  try {
    return String(JSON.parse(`"${written}"`))
  } catch {
    return undefined
  }
}
