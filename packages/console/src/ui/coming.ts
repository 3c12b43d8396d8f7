import { dismissToast, showToast } from './toast.ts'

/** What lies over the page takes the keys from when it is asked for: while its code is on the way nobody else may have them. */
const coming = new Set<{ giveUp: () => void }>()

/** From when on what is still on its way is told of, with a way out. Milliseconds. */
const LONG_MS = 3000

let timer: ReturnType<typeof setTimeout> | undefined
let told: number | undefined

/** Whether something that takes the keys is on its way. */
export const isComing = (): boolean => coming.size > 0

/**
 * It is on its way, until the answer is called: it is there, or is not wanted, or does not come. `giveUp`: somebody wants it no more. Where that takes
 * long there is a message that gives up whatever is on its way, one for all; Escape does at once.
 */
export function expectLayer(giveUp: () => void): () => void {
  const expected = { giveUp }
  coming.add(expected)
  timer ??= setTimeout(tell, LONG_MS)
  return () => {
    if (coming.delete(expected) && coming.size === 0) untell()
  }
}

/** What is on its way is not wanted any more, and leaves the keys: code that hangs must not keep them. False: nothing was. */
export function giveUpComing(): boolean {
  const all = [...coming]
  coming.clear()
  untell()
  for (const { giveUp } of all) giveUp()
  return all.length > 0
}

function tell(): void {
  const run = () => void giveUpComing()
  told = showToast({ tone: 'info', title: 'Still loading', action: { title: 'Cancel', run } })
}

function untell(): void {
  clearTimeout(timer)
  timer = undefined
  if (told !== undefined) dismissToast(told)
  told = undefined
}
