/** Keys are in the order in which they came, on both sides. In place. */
export function forgetOldest(kept: Record<string, unknown>, most: number): void {
  const ids = Object.keys(kept)
  for (const id of ids.slice(0, Math.max(0, ids.length - most))) delete kept[id]
}
