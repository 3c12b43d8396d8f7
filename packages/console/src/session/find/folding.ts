import { fold } from './fold.ts'

/** Folds texts, and remembers it: each letter that is typed asks for the same ones. What was not asked for in the last round is forgotten. */
export function makeFolding(most = 20_000): (text: string) => string {
  let known = new Map<string, string>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) return found
    if (known.size >= most) known = new Map()
    const folded = fold(text)
    known.set(text, folded)
    return folded
  }
}
