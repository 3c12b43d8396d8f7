/** Reads anew one after the other: whoever asks meanwhile gets one more reading for all of them. `read` does not reject. */
export function makeRefresh(read: () => Promise<unknown>): () => Promise<void> {
  let running: Promise<void> | undefined
  let isAsked = false
  const run = async () => {
    while (isAsked) {
      isAsked = false
      await read()
    }
    running = undefined
  }
  return () => {
    isAsked = true
    return (running ??= run())
  }
}
