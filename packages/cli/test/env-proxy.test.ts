import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { useProgram, useWorld, type World } from '@kilo-console/daemon/testing'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { run, runProgram } from './world/kilo.ts'

const built = useProgram(new URL('../src/index.ts', import.meta.url))
const likeNode24 = fileURLToPath(new URL('./world/like-node-24.cjs', import.meta.url))
let world: World
useWorld((made) => (world = made))

/** A proxy that keeps what it is sent. */
let heard: string[]
let url: string
let close: () => Promise<unknown>
beforeEach(async () => {
  heard = []
  const server = createServer((socket) => {
    heard.push('')
    socket.on('error', () => undefined)
    socket.on('data', (data) => {
      heard.push(String(data))
      socket.end('HTTP/1.1 502 x\r\n\r\n')
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  close = () => new Promise((resolve) => server.close(resolve))
})
afterEach(() => close())

const proxied = (): NodeJS.ProcessEnv => {
  const names = ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY'].flatMap((name) => [name, name.toLowerCase()])
  const proxies = Object.fromEntries(names.map((name) => [name, url]))
  return { ...world.env, ...proxies, NODE_USE_ENV_PROXY: '1', NODE_OPTIONS: `--require=${likeNode24}` }
}

it('fault 60: under every variable that names a proxy the daemon is asked directly', async () => {
  const kilo = (...args: string[]) => run(built.path, proxied(), ...args)
  expect(await kilo('daemon', 'status')).toMatchObject({ code: 3 })
  expect(await kilo('daemon', 'start', '--port', String(world.ports.first))).toMatchObject({ code: 0 })
  expect(await kilo('daemon', 'status')).toMatchObject({
    code: 0,
    // Counted over the daemon's own API, with its password.
    stdout: expect.stringContaining('3 sessions'),
  })
  expect(await kilo('doctor')).toMatchObject({ code: 0 })
  expect(await kilo('daemon', 'restart')).toMatchObject({ code: 0 })
  expect(await kilo('daemon', 'stop')).toMatchObject({ code: 0 })
  expect(heard).toEqual([])
})

it('that proxy would hear of a request by fetch, or by the agent that Node uses unasked', async () => {
  for (const ask of ["fetch('http://127.0.0.1:1/')", "require('node:http').get('http://127.0.0.1:1/')"]) {
    heard.length = 0
    await runProgram(process.execPath, ['-e', ask], proxied())
    expect(heard.length).toBeGreaterThan(0)
  }
})
