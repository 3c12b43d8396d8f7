import { fold } from './fold.ts'
import type { Searched } from './searched.ts'

/** Folds texts, and remembers it for as long as they are there: each letter that is typed asks for the same ones. */
export function makeFolding(): (searched: Searched) => string {
  const known = new WeakMap<Searched, string>()
  return (searched) => {
    const found = known.get(searched)
    if (found !== undefined) return found
    const folded = fold(searched.text)
    known.set(searched, folded)
    return folded
  }
}
