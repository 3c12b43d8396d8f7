/** Another user of this machine against the console: how often it gets in, and what it learns. Needs root, to become another user. */
import { chmod, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathTo } from '../../../packages/console/shared/paths.ts'
import { daemonAddress } from '../../world/engine.ts'
import { launchConsole } from '../../world/launch.ts'
import { logIn, type Login } from './login.ts'
import { succeed } from '../../run.ts'
import type { World } from '../../world/world.ts'
import { startAttack } from './attacker.ts'
import { callHost, raceForTickets, squat, type Squat } from './attacks.ts'

export interface StrangerFigures {
  attack: string
  tries: number
  /** How often it got in, or was told something: 0 is what must be. */
  successes: number
  /** What happened instead. */
  outcome: string
}

/** Each attack is tried `tries` times. */
export async function measureStrangers(
  world: World,
  tries: number,
  say: (line: string) => void,
): Promise<StrangerFigures[]> {
  if (process.getuid?.() !== 0) throw new Error('the part "strangers" needs root: it acts as another user')
  const url = await launchConsole(world)
  const login = await logIn(url)
  const figures: StrangerFigures[] = []
  const note = (figure: StrangerFigures) => {
    figures.push(figure)
    say(`${figure.attack}: ${figure.successes} of ${figure.tries}`)
  }
  for (const [attack, requests] of requestsOf(login)) note(await call(attack, login.port, tries, requests))
  note(await race(world, login.port, tries))
  // One of the calls was to log out.
  const again = await logIn(await launchConsole(world))
  note(await squatBeside(again, 4099, tries))
  note(await squatInPlace(world, again, tries))
  return figures
}

type Request = Parameters<typeof callHost>[0]['requests'][number]

const server = 'daemon'
const ENGINE = `/${pathTo('engine', { server })}`

const ROUTES: [method: string, path: string][] = [
  ['GET', '/'],
  ['GET', `/${pathTo('health')}`],
  ['GET', `/${pathTo('info')}`],
  ['GET', `/${pathTo('servers')}`],
  ['GET', `/${pathTo('figures', { server })}`],
  ['POST', `/${pathTo('credential', { server })}`],
  ['POST', `/${pathTo('daemon', { action: 'stop' })}`],
  ['GET', `${ENGINE}/session`],
  ['POST', `${ENGINE}/pty`],
  ['POST', `/${pathTo('newTicket')}`],
  ['POST', `/${pathTo('logIn')}`],
  ['DELETE', `/${pathTo('logOut')}`],
]

function requestsOf({ origin, cookie, key }: Login): [string, Request[]][] {
  const forged = { origin, 'sec-fetch-site': 'same-origin', 'sec-fetch-dest': 'empty' }
  const every = (headers: Record<string, string>) =>
    ROUTES.map(([method, path]): Request => ({ method, path, headers: { ...forged, ...headers } }))
  const socket = {
    connection: 'upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
    'sec-websocket-protocol': `kilo-key.${key}`,
    origin,
    cookie,
  }
  return [
    ['calls of every route with nothing', every({})],
    ['calls of every route with the stolen cookie', every({ cookie })],
    ['calls of every route with the stolen key', every({ 'x-kilo-key': key })],
    ['calls of every route with cookie and key', every({ cookie, 'x-kilo-key': key })],
    ['WebSockets with cookie and key', [{ method: 'GET', path: `/${pathTo('events')}`, headers: socket }]],
  ]
}

async function call(
  attack: string,
  port: number,
  tries: number,
  requests: Request[],
): Promise<StrangerFigures> {
  const running = await startAttack(callHost, { port, tries, requests })
  const { statuses, learned } = await running.result()
  const successes = Object.entries(statuses)
    .filter(([status]) => Number(status) < 400)
    .reduce((sum, [, count]) => sum + count, 0)
  const outcome = Object.entries(statuses).map(([status, count]) => `${count} × ${status}`)
  return { attack, tries, successes, outcome: [...outcome, ...learned].join(', ') }
}

/** A browser that stays a moment, so that its arguments can be read, and opens nothing: the ticket stays worth stealing. */
const OPENER = '#!/bin/sh\nsleep 0.05\n'

async function race(world: World, port: number, tries: number): Promise<StrangerFigures> {
  const opener = path.join(world.home, 'opener')
  await writeFile(opener, OPENER)
  await chmod(opener, 0o755)
  const running = await startAttack(raceForTickets, { port, login: `/${pathTo('logIn')}` })
  for (let at = 0; at < tries; at += 1)
    await succeed(world.kilo(['console'], { env: { BROWSER: opener, DISPLAY: ':9' } }))
  const { looks, seen, readable, redeemed } = await running.result()
  const outcome = `${looks} looks at all arguments: ${seen.length} tickets seen, ${readable.length} pages read, ${redeemed} redeemed`
  const successes = seen.length + readable.length + redeemed
  return { attack: 'race for the launch ticket', tries, successes, outcome }
}

/** Asks the host for its servers, which makes it look around. */
async function refresh(
  { origin, cookie, key }: Login,
  times: number,
  route = `/${pathTo('servers')}`,
): Promise<void> {
  const headers = { cookie, 'x-kilo-key': key }
  for (let at = 0; at < times; at += 1) {
    const answer = await fetch(origin + route, { headers })
    await answer.arrayBuffer()
    if (answer.status === 401) throw new Error('the login of the host’s own user is refused')
  }
}

async function squatBeside(login: Login, port: number, tries: number): Promise<StrangerFigures> {
  const squatter = await startAttack(squat, { port })
  await refresh(login, tries)
  return heard(`squatting on ${port} while the host looks around`, tries, await squatter.result())
}

/** The engine is killed, and its port taken at once, under the eyes of a host that has its password. */
async function squatInPlace(world: World, login: Login, tries: number): Promise<StrangerFigures> {
  const { pid, url } = await daemonAddress(world)
  const port = Number(new URL(url).port)
  const squatting = startAttack(squat, { port })
  process.kill(pid, 'SIGKILL')
  const squatter = await squatting
  await refresh(login, Math.ceil(tries / 2), `${ENGINE}/session`)
  await refresh(login, Math.ceil(tries / 2))
  await world.kilo(['daemon', 'status'])
  return heard(`squatting on ${port} after kill -9 of the engine`, tries, await squatter.result())
}

function heard(attack: string, tries: number, { connections, bytes, heard }: Squat): StrangerFigures {
  const what = heard ? `, beginning with ${JSON.stringify(heard.slice(0, 80))}` : ''
  return { attack, tries, successes: bytes, outcome: `${connections} connections, ${bytes} bytes${what}` }
}
