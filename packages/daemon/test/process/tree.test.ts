import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { afterEach, expect, it } from 'vitest'
import { terminate } from '../../src/process/terminate.ts'
import { markerEnvironment } from '../../src/process/env-marker.ts'
import { identify, lifeOf } from '../../src/process/identity.ts'
import { descendants } from '../../src/process/tree.ts'

const mark = (nonce: string) =>
  markerEnvironment({ file: `/${nonce}.json`, nonce, hostname: '127.0.0.1', port: 4117 })

/** Starts a child, a shell in a session of its own, and another service, which is marked as such; then prints the three pids. */
const PARENT = `
const { spawn } = require('node:child_process')
const begin = (env, detached) => spawn('sleep', ['1000'], { env, detached, stdio: 'ignore' }).pid
console.log(JSON.stringify([
  begin(process.env, false),
  begin(process.env, true),
  begin({ ...process.env, ...JSON.parse(process.argv[1]) }, true),
]))
setInterval(() => undefined, 1000)
`

let started: number[] = []
afterEach(async () => {
  for (const pid of started) if ((await lifeOf(pid)) !== 'gone') process.kill(pid, 'SIGKILL')
})

async function family(): Promise<{ parent: number; child: number; shell: number; apart: number }> {
  const args = ['-e', PARENT, JSON.stringify(mark('theirs'))]
  const parent = spawn(process.execPath, args, { env: { ...process.env, ...mark('ours') } })
  const [line] = (await once(createInterface(parent.stdout), 'line')) as [string]
  const [child = 0, shell = 0, apart = 0] = JSON.parse(line) as number[]
  started = [parent.pid ?? 0, child, shell, apart]
  return { parent: parent.pid ?? 0, child, shell, apart }
}

it('another service is no descendant of the one that started it', async () => {
  const { parent, child, shell } = await family()
  const pids = (await descendants(parent)).map(({ pid }) => pid)
  expect(new Set(pids)).toEqual(new Set([child, shell]))
})

it('fault 29: the end of the console host leaves the daemon that it started', async () => {
  const { parent, child, shell, apart } = await family()
  const identity = await identify(parent)
  if (!identity) throw new Error('the parent has ended')
  await terminate({ pid: parent, identity }, 5000)
  expect(await Promise.all([parent, child, shell, apart].map(lifeOf))).toEqual([
    'gone',
    'gone',
    'gone',
    'alive',
  ])
})
