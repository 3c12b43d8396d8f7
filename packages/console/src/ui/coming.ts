/** What lies over the page takes the keys from when it is asked for: while its code is on the way nobody else may have them. */
let coming = 0

/** Whether something that takes the keys is on its way. */
export const isComing = (): boolean => coming > 0

/** It is on its way, until the answer is called: it is there, or is not wanted, or does not come. */
export function expectLayer(): () => void {
  coming += 1
  let isExpected = true
  return () => {
    if (isExpected) coming -= 1
    isExpected = false
  }
}
