import type { Tokens } from 'marked'
import { CjkTokenizer } from './cjk-emphasis.ts'
import { mathOfFence } from './math/math-extension.ts'
import { nestedFence } from './nested-fence.ts'

/**
 * UTF-16 units of one text that are looked through for ends of emphasis: a beginning without an end looks through all that follows, and 60 KB of
 * `*a_` took minutes. An answer of 60 KB in paragraphs of a screen needs a tenth of this.
 */
const MOST_LOOKED_THROUGH = 20_000_000

/** UTF-16 units of a text without marks, and of an address, that are read at once: both look ahead for the end of the word at each letter. */
const MOST_OF_PLAIN = 1024
const MOST_OF_ADDRESS = 4096

/** What differs from plain marked in how a model's text is read. `writing`: the text goes on. */
export class ModelTokenizer extends CjkTokenizer {
  readonly #writing: boolean
  #lookedThrough = 0

  constructor(writing: boolean) {
    super()
    this.#writing = writing
  }

  override fences(text: string): Tokens.Code | undefined {
    const nested = nestedFence(text, this.#writing)
    if (nested) return { type: 'code', ...nested }
    const code = super.fences(text)
    // Marked wants a block of code here, and takes whatever it is given.
    return code && ((mathOfFence(code) as Tokens.Code | undefined) ?? code)
  }

  override emStrong(text: string, masked: string, before = ''): Tokens.Em | Tokens.Strong | undefined {
    return this.#bounded(text, () => super.emStrong(text, masked, before))
  }

  override del(text: string, masked: string, before = ''): Tokens.Del | undefined {
    return this.#bounded(text, () => super.del(text, masked, before))
  }

  override inlineText(text: string): Tokens.Text | undefined {
    return super.inlineText(text.slice(0, MOST_OF_PLAIN))
  }

  override url(text: string): Tokens.Link | undefined {
    const found = super.url(text.slice(0, MOST_OF_ADDRESS))
    // Half an address is another one.
    return found && found.raw.length < MOST_OF_ADDRESS ? found : undefined
  }

  #bounded<T extends { raw: string }>(text: string, read: () => T | undefined): T | undefined {
    if (this.#lookedThrough > MOST_LOOKED_THROUGH) return undefined
    const found = read()
    if (/^[*_~]/.test(text)) this.#lookedThrough += found?.raw.length ?? text.length
    return found
  }
}
