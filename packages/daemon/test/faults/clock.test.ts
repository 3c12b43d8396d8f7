import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { withLock } from '../../src/lock/lock.ts'
import { ensure, restart } from '../../src/lifecycle/ensure.ts'
import { withPeerLock } from '../../src/lock/engine-lock.ts'
import { bundle } from '../world/bundle.ts'
import { useWorld } from '../world/suite.ts'
import type { World } from '../world/world.ts'

let world: World
useWorld((made) => (world = made))

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const SHIFTS = [MINUTE, -MINUTE, DAY, -DAY, 400 * DAY, -400 * DAY]
const CLOCK = fileURLToPath(new URL('../world/shifted-clock.mjs', import.meta.url))

describe('the wall clock', () => {
  it('fault 11: set by a minute, a day or a year under a holder, no lock is stolen from it', async () => {
    const program = await bundle(new URL('../world/lock-contender.ts', import.meta.url))
    const stolen = SHIFTS.map(async (shift) => {
      const file = join(world.home, `${shift}.lock`)
      const env = { ...world.env, CLOCK_SHIFT_MS: String(shift) }
      const holder = spawn(process.execPath, ['--import', CLOCK, program.path, file, '', 'hold'], { env })
      const lines = createInterface({ input: holder.stdout })[Symbol.asyncIterator]()
      expect((await lines.next()).value).toBe('holding')
      const impatient = withLock(file, { stallMs: 2500, timeoutMs: 6000 }, () => Promise.resolve('inside'))
      await expect(impatient).rejects.toMatchObject({ code: 'lock-timeout' })
      holder.stdin.write('go on\n')
      expect((await lines.next()).value).toBe('done')
    })
    await Promise.all(stolen)
    await program.remove()
  })

  it.each(SHIFTS)(
    'fault 11: %d ms beside the age of the engine CLI’s lock, it is waited for',
    async (shift) => {
      const folder = world.service().paths.peerLock ?? ''
      const other = spawn('sleep', ['1000'], { env: world.env })
      await once(other, 'spawn')
      await mkdir(folder, { recursive: true })
      const meta = {
        token: 't',
        pid: other.pid,
        hostname: hostname(),
        createdAt: new Date(Date.now() + shift),
      }
      await writeFile(join(folder, 'meta.json'), JSON.stringify(meta))
      await writeFile(join(folder, 'heartbeat'), '')
      const at = new Date(Date.now() + shift)
      for (const path of [join(folder, 'heartbeat'), folder, dirname(folder)]) await utimes(path, at, at)
      await expect(withPeerLock(folder, { timeoutMs: 200 }, () => Promise.resolve())).rejects.toMatchObject({
        code: 'lock-timeout',
      })
    },
  )

  it.each(SHIFTS)(
    'fault 11, 25: set by %d ms since the start, a busy daemon is still known to be busy',
    async (shift) => {
      const service = world.service({ env: await world.engine('1.0.0', { FAKE_BUSY: '2' }) })
      const { state } = await ensure(service)
      await world.editState({ startedAt: new Date(Date.parse(state.startedAt) + shift).toISOString() })
      await expect(restart(service)).rejects.toMatchObject({ code: 'busy', details: { sessions: 2 } })
      expect(await world.processes()).toEqual([state.pid])
    },
  )

  it.each(SHIFTS)(
    'fault 11: set by %d ms since the start, the daemon is still the same one',
    async (shift) => {
      const service = world.service()
      const { state } = await ensure(service)
      const startedAt = new Date(Date.parse(state.startedAt) + shift).toISOString()
      // As the engine's own CLI writes it: nothing but pid and time to know it by.
      await world.editState({ startedAt, identity: undefined, nonce: undefined, schema: undefined })
      expect(await ensure(service)).toMatchObject({ reused: true, state: { pid: state.pid } })
      expect(await world.processes()).toEqual([state.pid])
    },
  )
})
