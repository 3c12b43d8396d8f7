/** What the roster costs: thirty projects after a fresh start of the daemon, then hundreds and thousands of sessions. */
import { mkdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathTo } from '../../packages/console/shared/paths.ts'
import type { SocketFrame } from '../../packages/console/shared/events.ts'
import { KEY_HEADER } from '../../packages/console/shared/login.ts'
import { changeRoster } from '../../packages/console/shared/roster/change.ts'
import { reduceRoster } from '../../packages/console/shared/roster/reduce.ts'
import { emptyRoster, type Roster } from '../../packages/console/shared/roster/roster.ts'
import { connectSocket } from '../../packages/console/test/host/web-socket.ts'
import { run, succeed } from '../run.ts'
import { connectEngine, daemonAddress } from '../world/engine.ts'
import { launchConsole } from '../world/launch.ts'
import type { World } from '../world/world.ts'
import { logIn, type Login } from './strangers/login.ts'

export interface RosterFigures {
  scene: string
  /** From the start of the console until a tab has the sessions, and until everything was looked into. */
  sessionsMs: number
  completeMs: number
  /** Of the roster as a tab that comes then gets it, and how long that takes. */
  bytes: number
  tabMs: number
  hostBytes: number
  engineBefore: number
  engineAfter: number
}

const PROJECTS = 30
const SESSIONS = [200, 2000]
/** Sessions that changed shortly before the engine began count as its own. */
const REST_MS = 65_000
/** What the engine still does of what it was asked. */
const SETTLE_MS = 3000

export async function measureRoster(world: World, say: (line: string) => void): Promise<RosterFigures[]> {
  await succeed(world.kilo(['daemon', 'start']))
  say(`${PROJECTS} projects with a session each`)
  for (let at = 0; at < PROJECTS; at += 1) await makeSessions(world, await makeRepository(world, at), 1)
  const figures = [await measure(world, `${PROJECTS} projects, fresh daemon`, say)]
  let made = PROJECTS
  for (const wanted of SESSIONS) {
    await makeSessions(world, world.project, wanted - made)
    made = wanted
    figures.push(await measure(world, `${wanted} sessions, fresh daemon`, say))
  }
  return figures
}

async function makeRepository(world: World, at: number): Promise<string> {
  const folder = path.join(world.home, `project-${at}`)
  await mkdir(folder)
  const git = (...args: string[]) => succeed(run('git', args, { cwd: folder, env: world.env }))
  await git('init', '-q')
  await git('-c', 'user.name=x', '-c', 'user.email=x@x', 'commit', '-q', '--allow-empty', '-m', `${at}`)
  return folder
}

async function makeSessions(world: World, directory: string, count: number): Promise<void> {
  const engine = connectEngine(await daemonAddress(world), directory)
  for (let at = 0; at < count; at += 1) await engine.ask('/session', { title: `Session ${at}` })
}

async function measure(world: World, scene: string, say: (line: string) => void): Promise<RosterFigures> {
  await world.kilo(['console', 'stop'])
  await world.kilo(['daemon', 'stop'])
  await sleep(REST_MS)
  await succeed(world.kilo(['daemon', 'start']))
  const { pid } = await daemonAddress(world)
  await sleep(SETTLE_MS)
  const engineBefore = await memoryOf(pid)
  const begun = performance.now()
  const login = await logIn(await launchConsole(world))
  const first = await hear(login, begun)
  await sleep(SETTLE_MS)
  const engineAfter = await memoryOf(pid)
  const again = await hear(login, performance.now())
  const hostBytes = await memoryOf(await hostPid(world))
  const { sessionsMs, completeMs } = first
  const figures = { scene, sessionsMs, completeMs, bytes: again.bytes, tabMs: again.completeMs, hostBytes }
  say(JSON.stringify({ ...figures, engineBefore, engineAfter }))
  return { ...figures, engineBefore, engineAfter }
}

interface Heard {
  sessionsMs: number
  completeMs: number
  /** Of all frames until then. */
  bytes: number
}

/** A tab that comes now, until it has everything. */
function hear({ origin, cookie, key }: Login, begun: number): Promise<Heard> {
  const socket = connectSocket(`${origin}/${pathTo('events')}`, { origin, cookie, [KEY_HEADER]: key })
  const roster: Roster = emptyRoster()
  let bytes = 0
  let sessionsMs = 0
  return new Promise((resolve, reject) => {
    socket.on('error', reject)
    socket.on('message', (data: Buffer) => {
      bytes += data.length
      apply(roster, JSON.parse(data.toString()) as SocketFrame)
      const now = performance.now() - begun
      if (roster.load.status === 'ready') sessionsMs ||= now
      if (!roster.complete) return
      socket.terminate()
      resolve({ sessionsMs, completeMs: now, bytes })
    })
  })
}

function apply(roster: Roster, frame: SocketFrame): void {
  if ('roster' in frame) changeRoster(roster, frame.roster, frame.since)
  else if ('event' in frame) reduceRoster(roster, frame)
}

async function hostPid(world: World): Promise<number> {
  const file = path.join(world.home, '.local/state/kilo/console.json')
  return (JSON.parse(await readFile(file, 'utf8')) as { pid: number }).pid
}

/** Resident, in bytes. Linux. */
async function memoryOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/^VmRSS:\s*(\d+) kB$/m.exec(status)?.[1]) * 1024
}
