/**
 * The pages that `kilo console` leaves for the browser (packages/cli/src/console/launch-page.ts): each lies in a folder named by the hash of the ticket in it, and goes
 * when that is used or too old. The command is gone by then, so this is the host's work.
 */
import { readdirSync, rmdirSync, rmSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { hashOf } from './secret.ts'

export interface LaunchPages {
  /** A page with this ticket may be written from now on. */
  expect(issued: { ticket: string; expiresIn: number }): void
  remove(ticket: string): Promise<void>
  /** Takes all pages along. */
  dispose(): void
}

/** Removes what a host that was killed has left. */
export function makeLaunchPages(folder: string): LaunchPages {
  const ends = new Map<string, ReturnType<typeof setTimeout>>()

  /** Nothing else that may lie there. */
  function sweep(): void {
    try {
      const pages = readdirSync(folder).filter((name) => /^[0-9a-f]{64}$/.test(name))
      pages.forEach((name) => rmSync(join(folder, name), { recursive: true, force: true }))
      // Only when it is empty.
      rmdirSync(folder)
    } catch {
      // Whatever is in the way: the tickets in there are worth nothing any more.
    }
  }

  async function remove(ticket: string): Promise<void> {
    const name = hashOf(ticket)
    clearTimeout(ends.get(name))
    ends.delete(name)
    await rm(join(folder, name), { recursive: true, force: true }).catch(() => undefined)
  }

  sweep()
  return {
    expect({ ticket, expiresIn }) {
      ends.set(hashOf(ticket), setTimeout(() => void remove(ticket), expiresIn * 1000).unref())
    },
    remove,
    dispose() {
      ends.forEach((end) => clearTimeout(end))
      sweep()
    },
  }
}
