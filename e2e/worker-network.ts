/**
 * A network for each of Playwright's workers: two tests at once may then take the same port, and neither sees the other's servers. Node forks
 * itself by `process.execPath`; what stands there instead starts Node in a network of its own.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ownNetwork } from '../scripts/own-network.mjs'
import { repoRoot } from './repo.ts'

const quote = (word: string) => `'${word.replaceAll("'", String.raw`'\''`)}'`

/** For the configuration, which workers read as well: they are in theirs by then. */
export function separateWorkers(): void {
  if (process.env['TEST_WORKER_INDEX'] !== undefined) return
  const before = ownNetwork()
  if (before.length === 0) return
  const folder = path.join(repoRoot, 'node_modules/.cache')
  const file = path.join(folder, `node-in-own-network-${process.pid}`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(file, `#!/bin/sh\nexec ${[...before, process.execPath].map(quote).join(' ')} "$@"\n`, {
    mode: 0o755,
  })
  process.execPath = file
  process.once('exit', () => rmSync(file, { force: true }))
}
