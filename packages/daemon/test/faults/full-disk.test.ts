import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readdir, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, describe, expect, it } from 'vitest'
import { ensure } from '../../src/lifecycle/ensure.ts'
import { ensurePrivateFolder, writeFilePrivate } from '../../src/files/private-file.ts'
import { getBounded } from '../../src/net/probe.ts'
import { status } from '../../src/lifecycle/status.ts'
import { stop } from '../../src/lifecycle/stop.ts'
import type { Answer } from '../world/contenders.ts'
import { mountSmallDisk, type SmallDisk } from '../world/small-disk.ts'
import { CONTENDER, useProgram, useWorld } from '../world/suite.ts'
import type { World } from '../world/world.ts'

const program = useProgram(CONTENDER)
const writing = useProgram(new URL('../world/one-writer.ts', import.meta.url))
let world: World
useWorld((made) => (world = made))
const disks: SmallDisk[] = []
afterEach(async () => {
  await Promise.all(disks.splice(0).map((disk) => disk.end()))
})

/** Half kilobytes that a file may have at most: a state file has two, the locks' less than one. */
type Limit = number | 'unlimited'

/** A command whose files may not grow: what a full disk is where this user may not mount one. */
async function run(action: string, limit: Limit): Promise<Answer> {
  const text = JSON.stringify({ action, ports: world.ports })
  const script = `ulimit -f ${limit}; exec "$@"`
  const child = spawn('sh', ['-c', script, 'sh', process.execPath, program.path, text], { env: world.env })
  const [[line]] = await Promise.all([once(createInterface(child.stdout), 'line'), once(child, 'exit')])
  return JSON.parse(String(line)) as Answer
}

interface Disk {
  /** To run commands under, from when it is full. */
  limit: Limit
  fill: (leave: number) => Promise<void>
}

/** Makes the folder a disk of its own; where that may not be done, files that cannot grow beyond `limit` are the same to a writer. */
async function makeDisk(folder: string, kind: string, limit: number): Promise<Disk> {
  await ensurePrivateFolder(folder)
  const disk = kind === 'disk' ? await mountSmallDisk(folder) : undefined
  if (!disk) return { limit, fill: () => Promise.resolve() }
  disks.push(disk)
  return { limit: 'unlimited', fill: disk.fill }
}

describe('the disk of the state', () => {
  it.each(['disk', 'limit'])(
    'fault 8: full (%s): a restart is refused, the old daemon and its file stay, a stop works',
    async (kind) => {
      const service = world.service()
      const disk = await makeDisk(service.paths.folder, kind, 1)
      const { state } = await ensure(service)
      const before = await readFile(service.paths.state, 'utf8')
      await disk.fill(0)
      expect(await run('restart', disk.limit)).toMatchObject({ error: { code: 'disk-full' } })
      expect(await readFile(service.paths.state, 'utf8')).toBe(before)
      expect((await readdir(service.paths.folder)).filter((name) => name.includes('.tmp-'))).toEqual([])
      expect(await status(service)).toMatchObject({ healthy: true, state: { pid: state.pid } })
      expect(await run('stop', disk.limit)).toEqual({ stopped: true, pid: state.pid })
      expect(await run('start', disk.limit)).toMatchObject({ error: { code: 'disk-full' } })
      expect(await world.processes()).toEqual([])
    },
  )

  it('fault 8: 16 KB are left for a file of 40 KB: an error, and the old file is whole', async () => {
    const folder = `${world.home}/small`
    await mkdir(folder, { mode: 0o700 })
    const disk = await makeDisk(folder, 'disk', 32)
    const path = `${folder}/state.json`
    await writeFilePrivate(path, 'the old one')
    await disk.fill(16_384)
    const script = `ulimit -f ${disk.limit}; exec "$@"`
    const writer = [process.execPath, writing.path, path, '40960']
    const child = spawn('sh', ['-c', script, 'sh', ...writer])
    const [line] = await once(createInterface(child.stdout), 'line')
    expect(line).toBe('disk-full')
    expect(await readFile(path, 'utf8')).toBe('the old one')
    expect((await readdir(folder)).filter((name) => name.includes('.tmp-'))).toEqual([])
  })
})

describe('the disk of the log', () => {
  it.each(['disk', 'limit'])('fault 8: full (%s): the daemon starts and serves', async (kind) => {
    const service = world.service()
    const disk = await makeDisk(dirname(service.paths.log), kind, 4)
    await writeFilePrivate(service.paths.log, 'x'.repeat(2048))
    await disk.fill(0)
    const { pid } = await run('start', disk.limit)
    expect(await status(service)).toMatchObject({ healthy: true, state: { pid } })
    const { state } = await ensure(service)
    await getBounded(`${state.url}/fake/talk`)
    expect(await status(service)).toMatchObject({ healthy: true, state: { pid } })
    expect(await stop(service)).toMatchObject({ stopped: true, pid })
  })
})
