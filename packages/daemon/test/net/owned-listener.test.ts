import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { bundle } from '../world/bundle.ts'

it.runIf(process.platform === 'linux')(
  'fault 56: without a free file descriptor a listener is not taken for one that cannot be known',
  async () => {
    const program = await bundle(new URL('../world/exhausted-looker.ts', import.meta.url))
    try {
      const limited = ['-c', 'ulimit -n 64; exec "$0" "$1"', process.execPath, program.path]
      expect((await promisify(execFile)('sh', limited)).stdout).toBe('EMFILE')
    } finally {
      await program.remove()
    }
  },
)
