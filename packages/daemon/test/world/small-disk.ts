import { execFile } from 'node:child_process'
import { statfs, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

export interface SmallDisk {
  /** Writes until only so many bytes are left. */
  fill: (leave: number) => Promise<void>
  end: () => Promise<unknown>
}

/** A file system of 64 KB at an existing, empty folder. Undefined where this user may not mount. */
export async function mountSmallDisk(folder: string): Promise<SmallDisk | undefined> {
  try {
    await run('mount', ['-t', 'tmpfs', '-o', 'size=64k,nr_inodes=48,mode=700', 'none', folder])
  } catch {
    return undefined
  }
  return {
    fill: async (leave) => {
      const { bavail, bsize } = await statfs(folder)
      await writeFile(join(folder, 'ballast'), Buffer.alloc(Math.max(0, bavail * bsize - leave)))
      if (leave > 0) return
      // A folder needs no block here, as it does elsewhere: neither is there to be a name left for one.
      for (let count = 0; ; count++) {
        const made = writeFile(join(folder, `ballast-${count}`), '', { flag: 'wx' })
        if (!(await made.then(() => true).catch(() => false))) return
      }
    },
    end: () => run('umount', ['-l', folder]),
  }
}
