import { tokensOf } from './highlight/marks.ts'
import type { Token, TokenLine } from './tokeniser.ts'

const plain = (text: string): TokenLine => (text === '' ? [] : [{ text }])

/**
 * The lines of a text with what is known of their tokens. A line that stays the same stays the same object, so that its elements stay on the
 * page. Whatever is told, the tokens of a line make up the line.
 */
export class ColouredText {
  #source: readonly string[] = []
  #lines: TokenLine[] = []
  #isColoured = false

  /** Undefined as long as nothing has a colour. */
  get lines(): readonly TokenLine[] | undefined {
    return this.#isColoured ? [...this.#lines] : undefined
  }

  /** The text is another one now, or has grown. */
  show(text: string): void {
    const source = text.split('\n')
    const before = this.#source
    const same = source.findIndex((line, at) => line !== before[at])
    this.#source = source
    if (same < 0) this.#lines.length = source.length
    else this.#lines = [...this.#lines.slice(0, same), ...this.#changed(source, before, same)]
    if (same === 0) this.#isColoured &&= this.#lines[0]?.some(({ kind }: Token) => kind) ?? false
  }

  /** A line that grew keeps its colours: what it becomes is known a moment later. */
  #changed(source: readonly string[], before: readonly string[], from: number): TokenLine[] {
    const old = before[from]
    return source.slice(from).map((line, at) => {
      const grew = at === 0 && old !== undefined && old !== '' && line.startsWith(old)
      return grew ? [...(this.#lines[from] ?? []), ...plain(line.slice(old.length))] : plain(line)
    })
  }

  hear(from: number, marks: readonly Uint32Array[]): void {
    for (const [at, line] of marks.entries()) {
      const source = this.#source[from + at]
      if (source === undefined) return
      const tokens = tokensOf(source, line)
      if (!isSame(this.#lines[from + at], tokens)) this.#lines[from + at] = tokens
      this.#isColoured ||= tokens.some(({ kind }) => kind !== undefined)
    }
  }
}

const isSame = (a: TokenLine | undefined, b: TokenLine): boolean =>
  a?.length === b.length && b.every(({ text, kind }, at) => a[at]?.text === text && a[at].kind === kind)
