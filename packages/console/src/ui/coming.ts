/** What lies over the page takes the keys from when it is asked for: while its code is on the way nobody else may have them. */
const coming = new Set<{ giveUp: () => void }>()

/** Whether something that takes the keys is on its way. */
export const isComing = (): boolean => coming.size > 0

/** It is on its way, until the answer is called: it is there, or is not wanted, or does not come. `giveUp`: somebody wants it no more. */
export function expectLayer(giveUp: () => void): () => void {
  const expected = { giveUp }
  coming.add(expected)
  return () => void coming.delete(expected)
}

/** What is on its way is not wanted any more, and leaves the keys: code that hangs must not keep them. False: nothing was. */
export function giveUpComing(): boolean {
  const all = [...coming]
  coming.clear()
  for (const { giveUp } of all) giveUp()
  return all.length > 0
}
