import { heldSockets, type HeldSocket } from '../process/proc.ts'

/** Of as many looks one is worth it whatever was seen: a socket begins to listen without a change, and it may be a child's. */
const EVERY = 8

/**
 * Says, look by look, whether the process may have begun to listen: its sockets are others than before. To ask who listens takes the kernel
 * milliseconds each time, a quarter of all that a cold start costs.
 */
export function makeLookout(
  pid: number,
  socketsOf: (pid: number) => Iterable<Pick<HeldSocket, 'inode'>> = heldSockets,
): () => boolean {
  let [before, looks] = ['', 0]
  return () => {
    const now = Array.from(socketsOf(pid), ({ inode }) => inode).join(' ')
    const isWorth = now !== before || looks++ % EVERY === 0
    before = now
    return isWorth
  }
}
