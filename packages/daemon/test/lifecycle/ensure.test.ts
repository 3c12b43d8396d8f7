import { spawn } from 'node:child_process'
import { chmod, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { once } from 'node:events'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ensure, restart } from '../../src/lifecycle/ensure.ts'
import { readState } from '../../src/state/state-file.ts'
import { status } from '../../src/lifecycle/status.ts'
import { stop } from '../../src/lifecycle/stop.ts'
import { useWorld } from '../world/suite.ts'
import type { World } from '../world/world.ts'

let world: World
useWorld((made) => (world = made))

const fast = { patienceMs: 600, startMs: 10_000 }

describe('a life', () => {
  it('starts, reuses, reports, restarts on the same port, stops', async () => {
    const service = world.service()
    expect(await status(service)).toMatchObject({
      running: false,
      healthy: false,
      stale: false,
      reason: 'not running',
    })
    const first = await ensure(service, fast)
    expect(first).toMatchObject({
      started: true,
      reused: false,
      replaced: false,
      health: { healthy: true, version: '1.0.0' },
    })
    expect((await stat(service.paths.state)).mode & 0o777).toBe(0o600)
    expect((await stat(service.paths.log)).mode & 0o777).toBe(0o600)
    expect(await ensure(service, fast)).toMatchObject({
      started: false,
      reused: true,
      state: { pid: first.state.pid },
    })
    const seen = await status(service)
    expect(seen).toMatchObject({
      running: true,
      healthy: true,
      stale: false,
      process: { pid: first.state.pid },
    })
    expect(JSON.stringify(seen)).not.toContain(first.state.password)
    const second = await restart(service, fast)
    expect(second).toMatchObject({ started: true, replaced: true, state: { port: first.state.port } })
    expect(second.state.pid).not.toBe(first.state.pid)
    expect(second.state.password).not.toBe(first.state.password)
    expect(await stop(service)).toEqual({ stopped: true, pid: second.state.pid })
    expect(await stop(service)).toMatchObject({ stopped: false })
    expect(await world.processes()).toEqual([])
    expect((await readState(service)).kind).toBe('absent')
  })

  it('who has just looked looks once more, under the lock: it reuses what another has started meanwhile, or replaces it', async () => {
    const looks = { count: 0 }
    const counted = (env: NodeJS.ProcessEnv): ReturnType<World['service']> => {
      const service = world.service({ env })
      return { ...service, mismatch: (state) => ((looks.count += 1), service.mismatch(state)) }
    }
    const { state } = await ensure(world.service(), fast)
    const again = await ensure(counted(world.env), { ...fast, looked: true })
    expect([again.reused, again.state.pid, looks.count]).toEqual([true, state.pid, 1])
    const newer = counted(await world.engine('2.0.0'))
    expect(await ensure(newer, { ...fast, looked: true })).toMatchObject({ replaced: true })
    expect(looks.count).toBe(2)
  })

  it('fault 9, 12, 13: many at once are one', async () => {
    const starts = await Promise.all(Array.from({ length: 10 }, () => ensure(world.service(), fast)))
    expect(new Set(starts.map(({ state }) => state.pid)).size).toBe(1)
    expect(starts.filter(({ started }) => started)).toHaveLength(1)
    const restarts = await Promise.all(Array.from({ length: 5 }, () => restart(world.service(), fast)))
    expect(new Set(restarts.map(({ state }) => state.pid)).size).toBe(1)
    const stops = await Promise.all(Array.from({ length: 5 }, () => stop(world.service())))
    expect(stops.filter(({ stopped }) => stopped)).toHaveLength(1)
    expect(await world.processes()).toEqual([])
  })
})

describe('state files', () => {
  it.each(['', '{', '[]', '{"pid":-1}'])('fault 1: %j is set aside', async (text) => {
    const service = world.service()
    await ensure(service, fast)
    await stop(service)
    await writeFile(service.paths.state, text)
    expect(await ensure(service, fast)).toMatchObject({ started: true })
    expect(
      (await readdir(service.paths.folder)).filter((name) => name.startsWith('daemon.json.bad-')),
    ).toHaveLength(1)
  })

  it('fault 3: a symbolic link is set aside, its target untouched', async () => {
    const service = world.service()
    await ensure(service, fast)
    await stop(service)
    await writeFile(join(world.home, 'target'), 'precious')
    await symlink(join(world.home, 'target'), service.paths.state)
    expect(await ensure(service, fast)).toMatchObject({ started: true })
    expect(await readFile(join(world.home, 'target'), 'utf8')).toBe('precious')
  })

  it('fault 4: found 0644, the credential is changed', async () => {
    const service = world.service()
    const { state } = await ensure(service, fast)
    await chmod(service.paths.state, 0o644)
    const next = await ensure(service, fast)
    expect(next).toMatchObject({ replaced: true, reason: 'others could read its password' })
    expect(next.state.password).not.toBe(state.password)
  })

  it('fault 5: a newer schema is left alone', async () => {
    const service = world.service()
    await ensure(service, fast)
    await world.editState({ schema: 99 })
    await expect(ensure(service, fast)).rejects.toMatchObject({ code: 'newer-schema' })
    await expect(stop(service)).rejects.toMatchObject({ code: 'newer-schema' })
    expect(await world.processes()).toHaveLength(1)
  })

  it("fault 5: the engine CLI's own file is adopted, its unknown keys kept", async () => {
    const service = world.service()
    const { state } = await ensure(service, fast)
    await world.editState({
      identity: undefined,
      nonce: undefined,
      schema: undefined,
      phase: undefined,
      later: 1,
    })
    expect(await status(service)).toMatchObject({ running: true, healthy: true })
    expect(await ensure(service, fast)).toMatchObject({
      reused: true,
      reason: 'adopted',
      state: { identity: state.identity },
    })
    expect(await readState(service)).toMatchObject({
      state: { later: 1, pid: state.pid, identity: state.identity },
    })
  })

  it("fault 7: the engine CLI's own daemon without a file is found too", async () => {
    const service = world.service()
    const { file, args, env, cwd } = await service.launch(
      { hostname: '127.0.0.1', port: world.ports.first },
      'word',
    )
    const own = spawn(file, args, { env, cwd, detached: true, stdio: ['ignore', 'pipe', 'ignore'] })
    await once(own.stdout, 'data')
    expect(await ensure(service, fast)).toMatchObject({
      reused: true,
      state: { pid: own.pid, password: 'word' },
    })
  })

  it('fault 7: deleted under a live daemon, it is found again', async () => {
    const service = world.service()
    const { state } = await ensure(service, fast)
    await rm(service.paths.state)
    expect(await status(service)).toMatchObject({
      running: true,
      healthy: true,
      reason: expect.stringContaining('is missing'),
    })
    expect(await ensure(service, fast)).toMatchObject({
      reused: true,
      state: { pid: state.pid, password: state.password },
    })
    await rm(service.paths.state)
    expect(await stop(service)).toEqual({ stopped: true, pid: state.pid })
  })

  it('fault 7, 21: found again, it has the options that it runs with, not those that are asked for', async () => {
    const service = world.service({ cors: ['http://one.test'] })
    await ensure(service, fast)
    await rm(service.paths.state)
    expect(await ensure(world.service(), fast)).toMatchObject({
      reused: true,
      state: { options: { cors: ['http://one.test'] } },
    })
    await rm(service.paths.state)
    await expect(ensure(world.service({ cors: ['http://two.test'] }), fast)).rejects.toMatchObject({
      code: 'other-options',
      hint: 'kilo daemon restart --cors http://two.test',
    })
  })
})
