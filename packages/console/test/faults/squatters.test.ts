import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { canBeOthers, makeAccount, startSquatter, type Squatter } from '@kilo-console/daemon/testing'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ServerInfo } from '../../shared/api.ts'
import { startHost, type TestHost } from '../host/host.ts'
import { startLoopback } from '../host/loopback.ts'
import { openSocket } from '../host/web-socket.ts'
import { openCredentials } from '../../host/servers/credentials.ts'
import { localServer } from '../../host/servers/local-server.ts'

const NOTHING = { connections: 0, bytes: 0, text: '' }
const own = process.getuid?.() ?? 0

const cleanups: (() => Promise<unknown>)[] = []
let host: TestHost
let port: number
let headers: Record<string, string>
beforeEach(async () => {
  // A port that nobody has, for a while at least.
  const free = await startLoopback(() => undefined)
  await free.close()
  port = free.port
  host = await startHost({ port })
  headers = { ...(await host.logIn()), origin: host.url, 'content-type': 'application/json' }
})
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup()
  await host.close()
})

async function squat(options: { port: number; uid?: number }): Promise<Squatter> {
  const squatter = await startSquatter(options)
  cleanups.push(() => squatter.end())
  return squatter
}

/** An engine of this user's that wants the password `right`, as a process of its own. */
async function lockedEngine() {
  const program = `
    const right = 'Basic ' + Buffer.from('kilo:right').toString('base64')
    require('node:http').createServer((req, res) => {
      const isIn = req.headers.authorization === right
      res.writeHead(isIn ? 200 : 401).end(isIn ? '{"healthy":true,"version":"7.7.7"}' : '')
    }).listen(${port}, '127.0.0.1', () => console.log('listening'))`
  const child = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(createInterface(child.stdout), 'line')
  const kill = async () => {
    if (child.signalCode !== null) return
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  cleanups.push(kill)
  return { kill }
}

const list = async () => (await (await host.fetch('/api/servers', { headers })).json()) as ServerInfo[]
const give = (password: string) =>
  host.fetch(`/api/servers/port-${port}/credential`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ password }),
  })
const saved = async () => readFile(host.passwords, 'utf8')

describe.runIf(canBeOthers)('fault 56: another user’s server (only as root: needs another user)', () => {
  test('is listed by its user’s name, cannot be opened or unlocked, and hears nothing', async () => {
    const account = await makeAccount('kilo-test-owner')
    cleanups.push(account.remove)
    const squatter = await squat({ port, uid: account.uid })
    const id = `foreign-${port}`
    await expect
      .poll(list)
      .toMatchObject([
        { id: 'daemon' },
        { id, port, kind: 'foreign', user: 'kilo-test-owner', version: null },
      ])
    for (const path of ['engine/session', 'permission-rules', 'engine/global/event']) {
      const answer = await host.fetch(`/api/servers/${id}/${path}`, { headers })
      expect([answer.status, await answer.json()]).toMatchObject([403, { error: { code: 'foreign-server' } }])
    }
    const body = JSON.stringify({ password: 'secret' })
    const given = await host.fetch(`/api/servers/${id}/credential`, { method: 'POST', headers, body })
    expect(given.status).toBe(409)
    await expect(openSocket(`${host.url}/api/servers/${id}/engine/pty/p/connect`, headers)).rejects.toThrow(
      '403',
    )
    for (let at = 0; at < 1000; at += 1) await host.fetch(`/api/servers/${id}/engine/session`, { headers })
    expect(await squatter.heard()).toEqual(NOTHING)
    await squatter.end()
    // Gone, it has never been here.
    await expect.poll(list).toMatchObject([{ id: 'daemon' }])
  }, 60_000)

  test('on the port of a daemon that has just ended, under an open page: requests, events, terminals, its roster', async () => {
    const tab = await openSocket(`${host.url}/api/events`, headers)
    await host.engine.close()
    const squatter = await squat({ port: host.engine.port })
    const terminal = `${host.url}/api/servers/daemon/engine/pty/p/connect`
    for (let at = 0; at < 200; at += 1) {
      const answer = await host.fetch('/api/servers/daemon/engine/session', { headers })
      expect(answer.status).toBe(502)
      await answer.arrayBuffer()
      if (at % 10 === 0) await expect(openSocket(terminal, headers)).rejects.toThrow('502')
      if (at % 10 === 0)
        expect((await host.fetch('/api/servers/daemon/permission-rules', { headers })).status).toBe(502)
    }
    expect(await squatter.heard()).toEqual(NOTHING)
    tab.socket.terminate()
  }, 120_000)

  test('on a port with a saved password: it is not sent, and forgotten', async () => {
    const engine = await lockedEngine()
    await expect.poll(list).toMatchObject([{}, { kind: 'locked', health: 'locked' }])
    expect((await give('right')).status).toBe(200)
    await engine.kill()
    const squatter = await squat({ port })
    await expect.poll(list).toMatchObject([{}, { kind: 'foreign' }])
    await expect.poll(saved).not.toContain('right')
    expect(await squatter.heard()).toEqual(NOTHING)
  })
})

describe('a saved password is one server’s', () => {
  test('fault 56: another server of this user’s on its port is locked again, and is not shown the password', async () => {
    const engine = await lockedEngine()
    await expect.poll(list).toMatchObject([{}, { kind: 'locked', health: 'locked' }])
    expect((await give('right')).status).toBe(200)
    expect(await list()).toMatchObject([{}, { kind: 'locked', health: 'healthy' }])
    expect(await saved()).toContain('right')
    await engine.kill()
    const other = await squat({ port, uid: own })
    await expect.poll(list).toMatchObject([{}, { kind: 'locked', health: 'locked' }])
    await expect.poll(async () => (await other.heard()).connections).toBeGreaterThan(0)
    const { text } = await other.heard()
    expect(text).toContain('GET /global/health')
    expect(text.toLowerCase()).not.toContain('authorization')
    await expect.poll(saved).not.toContain('right')
    const answer = await host.fetch(`/api/servers/port-${port}/engine/session`, { headers })
    expect(answer.status).toBe(502)
  })

  test('an older version’s file, without a process, is asked for again', async () => {
    await writeFile(host.passwords, JSON.stringify({ [port]: { username: 'kilo', password: 'right' } }))
    const credentials = await openCredentials({ file: host.passwords })
    expect(credentials.all().size).toBe(0)
    expect(await saved()).not.toContain('right')
  })

  test('where processes cannot be told apart it is kept in memory, as long as the server is there', async () => {
    const credentials = await openCredentials({ file: host.passwords })
    const { id, url } = localServer(port)
    await credentials.keep(id, { url, username: 'kilo', password: 'right', owner: {} })
    expect(await saved()).not.toContain('right')
    await credentials.forgetGone(new Set([id]))
    expect(credentials.all().get(id)?.password).toBe('right')
    await credentials.forgetGone(new Set())
    expect(credentials.all().size).toBe(0)
  })
})
