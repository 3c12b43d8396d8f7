/** Formulas of one text: more than any answer has, and as many as the page can hold. */
const MOST_DRAWN = 400

/** Those of a text that are drawn as well, besides the ones that are drawn or wait for it. Pure. */
export function formulasToDraw<T>(fresh: readonly T[], taken: readonly T[]): T[] {
  const known = new Set(taken)
  return fresh.filter((formula) => !known.has(formula)).slice(0, Math.max(0, MOST_DRAWN - known.size))
}
