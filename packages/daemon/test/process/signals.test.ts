import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, it } from 'vitest'
import { identify, isSame, lifeOf, signalProcess } from '../../src/process/identity.ts'

it('fault 19: signals the process that was identified, and no other', async () => {
  const child = spawn('sleep', ['1000'])
  await once(child, 'spawn')
  const pid = child.pid ?? 0
  const identity = await identify(pid)
  if (!identity) throw new Error('no identity')
  expect(await isSame(pid, identity)).toBe(true)
  expect(await signalProcess(pid, { ...identity, startTime: '1' }, 'SIGKILL')).toBe(false)
  expect(await signalProcess(pid, { ...identity, bootId: 'another boot' }, 'SIGKILL')).toBe(false)
  expect(await lifeOf(pid)).toBe('alive')
  expect(await signalProcess(pid, identity, 'SIGKILL')).toBe(true)
  await once(child, 'exit')
  expect(await lifeOf(pid)).toBe('gone')
  expect(await identify(pid)).toBeUndefined()
})
