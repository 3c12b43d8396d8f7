import { engine, unwrap } from '../../sdk/engine.ts'
import type { PtyPlace } from './pty-socket.ts'
import type { Size } from '../screen/screen.ts'

export interface SizeReport {
  /** Tells the engine the size. */
  tell(size: Size): void
  /** Changes the size and changes it back: a full-screen program then paints all of itself again. */
  repaint(size: Size): void
}

/** Neighbouring size, never below one row. */
function beside({ cols, rows }: Size): Size {
  return { cols, rows: rows > 1 ? rows - 1 : rows + 1 }
}

/**
 * A terminal has one size however many pages show it: that of the page that was resized or focused last (faults.md 52). While one call
 * runs, only the newest of those that follow is kept.
 */
export function makeSizeReport({ serverId, ptyId, directory }: PtyPlace): SizeReport {
  let waiting: Size[] = []
  let telling = false

  async function run(): Promise<void> {
    if (telling) return
    telling = true
    for (let size = waiting.shift(); size; size = waiting.shift()) {
      // A failure is no news: the terminal is gone or the connection is, and both are shown; the next connect tells the size again.
      await unwrap(engine(serverId).pty.update({ ptyID: ptyId, directory, size })).catch(() => undefined)
    }
    telling = false
  }

  return {
    tell(size) {
      waiting = [size]
      void run()
    },
    repaint(size) {
      waiting = [beside(size), size]
      void run()
    },
  }
}
