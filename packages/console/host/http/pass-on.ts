import type { Socket } from 'node:net'

/** Some seconds of what a shell prints at its fastest (4-6 MB/s, engine.md): a page that is busy for a moment is no reason to cut it. */
const MAX_LAG_BYTES = 16 << 20

/**
 * Passes bytes on without holding back who sends them. The engine has no flow control: what it cannot send it keeps, without limit
 * (faults.md 49). So all of it is taken at once, and a reader that lags too far, a frozen tab or a slow link, is cut. It comes back with its
 * cursor and gets what the engine still has.
 */
export function passOn(from: Socket, to: Socket, maxLagBytes = MAX_LAG_BYTES): void {
  from.on('data', (bytes: Buffer) => {
    to.write(bytes)
    if (to.writableLength > maxLagBytes) to.destroy()
  })
  from.resume()
}
