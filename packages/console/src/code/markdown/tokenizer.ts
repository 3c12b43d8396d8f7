import type { Tokens } from 'marked'
import { CjkTokenizer } from './cjk-emphasis.ts'
import { nestedFence } from './nested-fence.ts'

/** What differs from plain marked in how a model's text is read. `writing`: the text goes on. */
export class ModelTokenizer extends CjkTokenizer {
  readonly #writing: boolean

  constructor(writing: boolean) {
    super()
    this.#writing = writing
  }

  override fences(text: string): Tokens.Code | undefined {
    const nested = nestedFence(text, this.#writing)
    return nested ? { type: 'code', ...nested } : super.fences(text)
  }
}
