import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'

/** Only root can be somebody else. What needs that is skipped elsewhere, and its title says so. */
export const canBeOthers = process.platform === 'linux' && process.getuid?.() === 0

/** A user of this machine without an account, as a container or a deleted account has. */
export const STRANGER = 54_321

/** A squatter: it takes whatever port it is told to, answers like a healthy engine that wants a password, and keeps what it hears. */
const SQUATTER = `
const net = require('node:net')
const [port, host, once] = process.argv.slice(1)
const heard = { connections: 0, bytes: 0, text: '' }
const take = (socket) => {
  heard.connections += 1
  socket.on('error', () => undefined)
  socket.on('data', (data) => {
    heard.bytes += data.length
    heard.text = (heard.text + data).slice(0, 10000)
    socket.end('HTTP/1.1 401 x\\r\\nconnection: close\\r\\ncontent-length: 0\\r\\n\\r\\n')
  })
}
const server = net.createServer(take)
if (once) server.once('connection', () => server.close())
server.listen({ port: Number(port), host }, () => console.log('listening'))
process.stdin.on('data', () => console.log(JSON.stringify(heard)))
process.stdin.on('end', () => process.exit())
`

export interface Heard {
  connections: number
  bytes: number
  text: string
}

export interface Squatter {
  pid: number
  /** All that reached it so far. */
  heard(): Promise<Heard>
  end(): Promise<void>
}

export interface Squat {
  port: number
  host?: string
  uid?: number
  /** Listens no more as soon as somebody has connected. */
  once?: boolean
}

/** Resolves when it listens. */
export async function startSquatter({
  port,
  host = '127.0.0.1',
  uid = STRANGER,
  once: isOnce = false,
}: Squat): Promise<Squatter> {
  const child = runAs(uid, SQUATTER, [String(port), host, ...(isOnce ? ['once'] : [])])
  const lines = createInterface({ input: child.stdout })
  await once(lines, 'line')
  return {
    pid: child.pid ?? 0,
    async heard() {
      const line = once(lines, 'line')
      child.stdin.write('?\n')
      const [text] = (await line) as [string]
      return JSON.parse(text) as Heard
    },
    async end() {
      if (child.signalCode !== null) return
      const exit = once(child, 'exit')
      child.stdin.end()
      child.kill('SIGKILL')
      await exit
    },
  }
}

/** Opens connections to the port of 127.0.0.1 and writes the same bytes to each; what came back, and how often. */
const CALLER = `
const net = require('node:net')
const { port, bytes, times, half } = JSON.parse(process.argv[1])
const answers = {}
let left = times
function call() {
  if (left-- <= 0) return
  let heard = ''
  const socket = net.connect(port, '127.0.0.1', () => half ? socket.end(bytes) : socket.write(bytes))
  socket.on('data', (data) => (heard += data))
  socket.on('error', (error) => (heard ||= error.code))
  socket.on('close', () => {
    answers[heard] = (answers[heard] ?? 0) + 1
    call()
  })
}
for (let at = 0; at < 20; at += 1) call()
process.on('exit', () => console.log(JSON.stringify(answers)))
`

export interface Call {
  port: number
  bytes: string
  times: number
  /** Closes its half of the connection at once. */
  half?: boolean
}

/** All answers that this user got, each with how often. */
export async function callAs(uid: number, call: Call): Promise<Record<string, number>> {
  const child = runAs(uid, CALLER, [JSON.stringify(call)])
  const [[line]] = (await Promise.all([
    once(createInterface({ input: child.stdout }), 'line'),
    once(child, 'exit'),
  ])) as [[string], unknown]
  return JSON.parse(line) as Record<string, number>
}

type Running = ChildProcess & {
  stdin: NonNullable<ChildProcess['stdin']>
  stdout: NonNullable<ChildProcess['stdout']>
}

function runAs(uid: number, program: string, args: string[]): Running {
  return spawn(process.execPath, ['-e', program, ...args], {
    uid,
    gid: uid,
    cwd: '/',
    env: {},
    stdio: ['pipe', 'pipe', 'inherit'],
  })
}

export interface Account {
  uid: number
  remove: () => Promise<void>
}

/** A real account for the time of a test. */
export async function makeAccount(name: string): Promise<Account> {
  // One that an interrupted run has left.
  await change('userdel', name).catch(() => undefined)
  await change('useradd', '--no-create-home', '--shell', '/usr/sbin/nologin', name)
  const { stdout } = await promisify(execFile)('id', ['-u', name])
  return { uid: Number(stdout), remove: () => change('userdel', name) }
}

/** Another program may have the list of accounts locked at this moment: exit code 1 says so. */
async function change(command: string, ...args: string[]): Promise<void> {
  for (let left = 20; ; left -= 1) {
    try {
      await promisify(execFile)(command, args)
      return
    } catch (error) {
      if (left === 0 || (error as { code?: unknown }).code !== 1) throw error
      await pause(100)
    }
  }
}
