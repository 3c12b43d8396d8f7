import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterEach, expect, test } from 'vitest'
import { findProcesses, killProcesses, waitUntilGone } from './processes.ts'

/** Nobody else's: this suite may run twice at once. */
const HOME = `/nonexistent/kilo-world-of-unit-test-${process.pid}`

// Linux alone lets us look into another process's environment.
const onLinux = test.runIf(process.platform === 'linux')

const child = spawn(process.execPath, ['-e', 'console.log(1); setInterval(() => {}, 1000)'], {
  env: { PATH: process.env['PATH'], HOME },
  detached: true,
  stdio: ['ignore', 'pipe', 'ignore'],
})
const started = once(child.stdout, 'data')

afterEach(() => child.kill('SIGKILL'))

onLinux('finds what inherited the home, and kills exactly that', async () => {
  await started
  const [found, ...others] = await findProcesses(HOME)
  expect(others).toEqual([])
  expect(found).toMatchObject({ pid: child.pid, command: expect.stringContaining('setInterval') })
  expect(await findProcesses(`${HOME}-2`)).toEqual([])
  expect(await waitUntilGone(HOME, 0)).toHaveLength(1)

  const ended = once(child, 'exit')
  await killProcesses([{ pid: child.pid ?? 0, startTime: '1', command: 'another process with this pid' }])
  expect(await findProcesses(HOME)).toHaveLength(1)
  if (found) await killProcesses([found])
  expect(await ended).toEqual([null, 'SIGKILL'])
  expect(await waitUntilGone(HOME, 5000)).toEqual([])
})
