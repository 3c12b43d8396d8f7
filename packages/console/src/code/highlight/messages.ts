/** What page and worker tell each other. A reading is a text that is shown somewhere: it may grow, and ends with its place on the page. */
import type { Language } from '../language-names.ts'

export type Order =
  /** A text, in the place of what was there before; `turn` counts these. */
  | { id: number; turn: number; language: Language; text: string }
  /** It goes on. */
  | { id: number; more: string }
  /** Nobody needs it any more. */
  | { id: number; end: true }

export interface Told {
  id: number
  turn: number
  /** The number of the first line that is told of. */
  from: number
  /** As marks.ts packs them. */
  lines: Uint32Array<ArrayBuffer>
  /** All that was sent is told. */
  done: boolean
}
