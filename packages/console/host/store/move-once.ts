import { access, copyFile, constants, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { ensurePrivateFolder } from '@kilo-console/daemon'

/** Brings what its user writes, word for word, from where an earlier version read it. What is there already stays; what cannot be moved too. */
export async function moveOnce(former: string, file: string): Promise<void> {
  try {
    await access(former)
    await ensurePrivateFolder(dirname(file))
    await copyFile(former, file, constants.COPYFILE_EXCL)
    await rm(former)
  } catch {
    // Absent, there already, or not ours to move: it is read where it is.
  }
}
