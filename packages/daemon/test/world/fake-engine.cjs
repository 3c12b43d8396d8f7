#!/usr/bin/env node
/**
 * A stand-in for the engine where a fault is wanted that the real one cannot show on demand, or that would take it seconds: it serves
 * /global/health with Basic auth, the busy sessions, and is told by environment (FAKE_*) or by `/fake/<mode>` how to misbehave.
 */
const { createServer } = require('node:http')
const { appendFileSync, existsSync, openSync, readFileSync, writeFileSync } = require('node:fs')
const { spawn } = require('node:child_process')
const say = (text) => process.stdout.write(`${text}\n`)
const complain = (text) => process.stderr.write(`${text}\n`)
const option = (name) => process.argv[process.argv.indexOf(name) + 1]
const env = process.env
const expected =
  'Basic ' + Buffer.from(env.KILO_SERVER_USERNAME + ':' + env.KILO_SERVER_PASSWORD).toString('base64')
let mode = env.FAKE_MODE ?? 'ok'

// `debug config`: the engine refuses some, by the file's name.
if (process.argv[2] === 'debug') {
  const file = `${env.XDG_CONFIG_HOME}/kilo/kilo.jsonc`
  if (!existsSync(file) || !readFileSync(file, 'utf8').includes('"permission":5')) process.exit(0)
  complain(`Error: Configuration is invalid at ${file}\n↳ Expected object | undefined, got 5 permission`)
  process.exit(1)
}
if (mode === 'exit') {
  complain('first line\nno model of that name\u001B[31m in red')
  process.exit(3)
}
if (mode === 'crash-twice' && (!existsSync(env.FAKE_MARK) || readFileSync(env.FAKE_MARK).length < 2)) {
  appendFileSync(env.FAKE_MARK, 'x')
  process.abort()
}
if (mode === 'taken-once' && !existsSync(env.FAKE_MARK)) {
  writeFileSync(env.FAKE_MARK, '')
  complain('ServeError: port in use')
  process.exit(1)
}
// The engine closes its port first, and takes seconds to end: this one until it is told to.
if (mode === 'linger') {
  process.on('SIGTERM', () => (server.close(), server.closeAllConnections()))
  process.on('SIGUSR2', () => process.exit())
  setInterval(() => undefined, 1000)
}
if (mode === 'ignore-term') process.on('SIGTERM', () => say('TERM ignored'))
if (mode === 'children') {
  spawn('sleep', ['1000'], { detached: true, stdio: 'ignore' })
  spawn('sh', ['-c', 'trap "" HUP TERM; sleep 1000'], { stdio: 'ignore' })
}
const pour = (response, chunk) => {
  const on = () => {
    while (!response.destroyed && response.write(chunk));
  }
  response.on('drain', on)
  on()
}
const strange = {
  401: (response) => response.writeHead(401).end(),
  500: (response) => response.writeHead(500).end('{"healthy":true}'),
  html: (response) => response.end('<!doctype html><p>healthy'),
  drip: (response) => {
    const timer = setInterval(() => response.write(' '), 50)
    response.on('close', () => clearInterval(timer))
  },
  flood: (response) => pour(response, Buffer.alloc(1 << 20, 0x20)),
}
// The engine goes on when nobody takes what it prints; Node would not.
process.stdout.on('error', () => undefined)
process.on('SIGXFSZ', () => undefined)
const startedAt = Date.now()
let answering = mode !== 'mute'

function misbehave() {
  if (mode === 'tool') {
    const [file, ...args] = JSON.parse(env.FAKE_TOOL)
    spawn(file, args, { stdio: ['ignore', openSync(env.FAKE_MARK, 'a'), 'inherit'] })
    mode = 'ok'
  }
  if (mode === 'talk') say('x'.repeat(100_000))
  if (mode.startsWith('block-')) setTimeout(() => (mode = 'ok'), Number(mode.slice(6)))
}

/** By path: what is answered to `url`, as JSON. */
const answers = {
  '/global/health': () => ({ healthy: true, version: env.FAKE_VERSION }),
  // Its sessions were touched when it started.
  '/experimental/session': ({ searchParams }) =>
    Number(searchParams.get('start')) > startedAt
      ? []
      : ['/a b', '/a b', '/c'].map((directory, index) => ({ id: 'ses_' + index, directory })),
  '/session/status': ({ searchParams }) => {
    const busy = searchParams.get('directory') === '/a b' ? Number(env.FAKE_BUSY ?? 0) : 0
    return Object.fromEntries(Array.from({ length: busy }, (_, index) => ['ses_' + index, { type: 'busy' }]))
  },
  '/pty': () => [{ id: 'pty_1' }],
}

const server = createServer((request, response) => {
  const url = new URL(request.url, 'http://localhost')
  if (url.pathname.startsWith('/fake/')) {
    mode = url.pathname.slice(6)
    misbehave()
    return response.end()
  }
  if (strange[mode]) return strange[mode](response)
  if (mode === 'wedge' || mode.startsWith('block-') || !answering) return
  if (request.headers.authorization !== expected) return response.writeHead(401).end()
  if (url.pathname === '/global/event')
    return response.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: {}\n\n')
  const answer = answers[url.pathname]
  response.writeHead(answer ? 200 : 404, { 'content-type': 'application/json' })
  response.end(answer && JSON.stringify(answer(url)))
})
server.listen(Number(option('--port')), option('--hostname'), () => say('listening'))
