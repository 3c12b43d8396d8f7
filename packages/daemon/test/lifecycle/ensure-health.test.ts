import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { ensure, restart } from '../../src/lifecycle/ensure.ts'
import { getBounded } from '../../src/net/probe.ts'
import type { EngineState } from '../../src/state/state.ts'
import { readState } from '../../src/state/state-file.ts'
import { status } from '../../src/lifecycle/status.ts'
import { stop } from '../../src/lifecycle/stop.ts'
import { useWorld } from '../world/suite.ts'
import type { World } from '../world/world.ts'

let world: World
useWorld((made) => (world = made))

const fast = { patienceMs: 600, startMs: 10_000 }
const misbehave = (state: EngineState, mode: string) => getBounded(`${state.url}/fake/${mode}`)

describe('health and versions', () => {
  it('fault 22: a stopped or blocked daemon is waited for', async () => {
    const service = world.service()
    const { state } = await ensure(service, fast)
    await misbehave(state, 'block-2500')
    const phases: string[] = []
    const again = await ensure(service, { patienceMs: 30_000, onProgress: ({ phase }) => phases.push(phase) })
    expect(again).toMatchObject({ reused: true, state: { pid: state.pid } })
    expect(new Set(phases)).toEqual(new Set(['wait']))
  })

  it('fault 23, 30: a wedged daemon that ignores TERM is reported, then replaced', async () => {
    const env = await world.engine('1.0.0', { FAKE_MODE: 'ignore-term' })
    const service = world.service({ env })
    const { state } = await ensure(service, fast)
    await misbehave(state, 'wedge')
    expect(await status(service)).toMatchObject({
      running: true,
      healthy: false,
      reason: 'it gave no answer',
    })
    const next = await ensure(world.service(), fast)
    expect(next).toMatchObject({
      started: true,
      replaced: true,
      reason: expect.stringContaining('gave no answer'),
    })
    expect(await world.processes()).toEqual([next.state.pid])
  })

  it('one that takes its time to end is said to be ending, and a start waits for that', async () => {
    const service = world.service({ env: await world.engine('1.0.0', { FAKE_MODE: 'linger' }) })
    const { state } = await ensure(service, fast)
    process.kill(state.pid, 'SIGTERM')
    await vi.waitFor(async () =>
      expect(await status(service)).toMatchObject({
        running: true,
        healthy: false,
        phase: 'ending',
        reason: 'it listens no more',
      }),
    )
    const messages: string[] = []
    const onProgress = ({ message }: { message: string }) => {
      if (messages.push(message) === 1) process.kill(state.pid, 'SIGUSR2')
    }
    const next = await ensure(service, { patienceMs: 30_000, onProgress })
    expect(next).toMatchObject({ started: true, replaced: false })
    expect(messages[0]).toContain('it is ending')
    expect(await world.processes()).toEqual([next.state.pid])
  })

  it('fault 25: an upgrade replaces an idle daemon, and asks while sessions are at work', async () => {
    await ensure(world.service({ env: await world.engine('1.0.0', { FAKE_BUSY: '2' }) }), fast)
    const newer = world.service({ env: await world.engine('1.1.0') })
    await expect(ensure(newer, fast)).rejects.toMatchObject({
      code: 'busy',
      hint: expect.stringContaining('kilo daemon restart --force'),
    })
    await expect(restart(newer, fast)).rejects.toMatchObject({ code: 'busy', details: { sessions: 2 } })
    expect(await restart(newer, { ...fast, force: true })).toMatchObject({
      replaced: true,
      health: { version: '1.1.0' },
    })
    const newest = world.service({ env: await world.engine('1.2.0') })
    expect(await ensure(newest, fast)).toMatchObject({ replaced: true, reason: 'version 1.1.0 -> 1.2.0' })
    await expect(ensure(newer, fast)).rejects.toMatchObject({ code: 'other-version' })
  })

  it('fault 27: with nothing to start in its place, the running one is not ended', async () => {
    const { state } = await ensure(world.service(), fast)
    const missing = world.service({ env: { ...world.env, KILO_ENGINE: '/nowhere/kilo' } })
    await expect(restart(missing, fast)).rejects.toMatchObject({ code: 'engine-missing' })
    expect(await status(missing)).toMatchObject({ healthy: true, state: { pid: state.pid } })
  })

  it('fault 27: an engine that ends at once is an error with its last words', async () => {
    const env = await world.engine('1.0.0', { FAKE_MODE: 'exit' })
    const failed = ensure(world.service({ env }), fast)
    await expect(failed).rejects.toMatchObject({
      code: 'exited',
      message: expect.stringContaining('no model of that name in red'),
    })
    const silent = join(world.home, 'silent')
    await writeFile(silent, '#!/bin/sh\nexit 4\n', { mode: 0o755 })
    const message = expect.stringContaining('exit code 4')
    await expect(ensure(world.service({ env: { ...env, KILO_ENGINE: silent } }), fast)).rejects.toMatchObject(
      { message },
    )
    expect(await world.processes()).toEqual([])
  })
})

describe('ends', () => {
  it('fault 28: an interrupted start leaves nothing', async () => {
    const env = await world.engine('1.0.0', { FAKE_MODE: 'mute' })
    const controller = new AbortController()
    const onProgress = ({ phase }: { phase: string }) => phase === 'start' && controller.abort()
    await expect(
      ensure(world.service({ env }), { signal: controller.signal, onProgress }),
    ).rejects.toMatchObject({ code: 'interrupted' })
    expect(await world.processes()).toEqual([])
    expect((await readState(world.service())).kind).toBe('absent')
  })

  it('a start that never gets healthy ends with an error, and its process too', async () => {
    const env = await world.engine('1.0.0', { FAKE_MODE: 'mute' })
    await expect(ensure(world.service({ env }), { startMs: 500 })).rejects.toMatchObject({
      code: 'start-timeout',
    })
    expect(await world.processes()).toEqual([])
  })

  it('fault 29: stop ends the children too, those in sessions of their own and those that ignore TERM', async () => {
    const env = await world.engine('1.0.0', { FAKE_MODE: 'children' })
    const service = world.service({ env })
    await ensure(service, fast)
    expect((await world.processes()).length).toBeGreaterThan(2)
    await stop(service)
    expect(await world.processes()).toEqual([])
  })
})
