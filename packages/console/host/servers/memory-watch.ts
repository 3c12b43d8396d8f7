/** PURE. Whether a process uses more memory than is meant to be usual. Once it did, it must come well below: figures jitter, a page must not. */
export type MemoryWatch = (rssBytes: number | undefined, limitBytes: number) => boolean

const WELL_BELOW = 0.9

export function makeMemoryWatch(): MemoryWatch {
  let over = false
  return (rssBytes, limitBytes) => {
    over = rssBytes !== undefined && rssBytes > limitBytes * (over ? WELL_BELOW : 1)
    return over
  }
}
