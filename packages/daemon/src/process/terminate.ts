import { KiloError, systemCode } from '../errors.ts'
import { pause } from '../pause.ts'
import { descendants, survivors, type Member } from './tree.ts'
import { isSame, signalProcess } from './identity.ts'

const KILL_MS = 3000
/** On Linux a look at one file of the kernel's, elsewhere a program that is run. What is waited for is all that a stop takes. */
const POLL_MS = process.platform === 'linux' ? 2 : 50
/** For shells, which hear of the end by the hang-up of their terminal. */
const CHILD_GRACE_MS = 1000

/**
 * Ends a process that we have identified, and its children: TERM, grace, then KILL for its own group alone (faults.md 30).
 * Throws `not-stoppable`, `forbidden`, `inside`.
 */
export async function terminate(target: Member, graceMs: number): Promise<void> {
  const children = await descendants(target.pid)
  if (target.pid === process.ppid || children.some(({ pid }) => pid === process.pid)) throw inside(target.pid)
  await send(target, 'SIGTERM')
  if (!(await endsWithin(target, graceMs))) {
    await send(target, 'SIGKILL', true)
    if (!(await endsWithin(target, KILL_MS))) {
      throw new KiloError(
        'not-stoppable',
        `process ${target.pid} did not end on SIGKILL`,
        `ps -o pid,stat,wchan,args -p ${target.pid}`,
        { pid: target.pid },
      )
    }
  }
  await terminateAll(children)
}

/** A terminal of the daemon's goes with it, and what runs there: a restart would never come to its second half. */
function inside(pid: number): KiloError {
  return new KiloError(
    'inside',
    `this command runs inside the process that it is to end (${pid}), and would end with it`,
    'run it in a terminal of your own, or use the console’s list of servers',
    { pid },
  )
}

/** Gives them a second to go by themselves, then a second after TERM, then KILL; they are gone when it resolves. */
export async function terminateAll(children: Member[]): Promise<void> {
  const hungUp = await untilNone(children, CHILD_GRACE_MS)
  await Promise.all(hungUp.map((child) => send(child, 'SIGTERM')))
  const stubborn = await untilNone(hungUp, CHILD_GRACE_MS)
  await Promise.all(stubborn.map((child) => send(child, 'SIGKILL')))
  await untilNone(stubborn, KILL_MS)
}

async function untilNone(members: Member[], withinMs: number): Promise<Member[]> {
  const deadline = performance.now() + withinMs
  let left = await survivors(members)
  while (left.length > 0 && performance.now() < deadline) {
    await pause(25)
    left = await survivors(left)
  }
  return left
}

async function endsWithin({ pid, identity }: Member, withinMs: number): Promise<boolean> {
  const deadline = performance.now() + withinMs
  while (await isSame(pid, identity)) {
    if (performance.now() > deadline) return false
    await pause(POLL_MS)
  }
  return true
}

async function send({ pid, identity }: Member, signal: NodeJS.Signals, group = false): Promise<void> {
  try {
    await signalProcess(pid, identity, signal, group)
  } catch (error) {
    if (systemCode(error) !== 'EPERM') throw error
    throw new KiloError(
      'forbidden',
      `process ${pid} belongs to another user`,
      `ps -o user,args -p ${pid}`,
      { pid },
      error,
    )
  }
}
