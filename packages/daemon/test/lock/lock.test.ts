import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { withLock } from '../../src/lock/lock.ts'
import { bundle, type Bundle } from '../world/bundle.ts'

let program: Bundle
let folder: string
let file: string
let journal: string
const children: ChildProcessWithoutNullStreams[] = []

beforeAll(async () => {
  program = await bundle(new URL('../world/lock-contender.ts', import.meta.url))
})
afterAll(() => program.remove())
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kilo-lock-'))
  file = join(folder, 'x.lock')
  journal = join(folder, 'journal')
})
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  await rm(folder, { recursive: true, force: true })
})

interface Contender {
  child: ChildProcessWithoutNullStreams
  /** The next line that it prints. */
  says: () => Promise<string>
}

function contend(mode: string, stallMs = 60_000): Contender {
  const child = spawn(process.execPath, [program.path, file, journal, mode, String(stallMs)])
  children.push(child)
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return { child, says: async () => String((await lines.next()).value) }
}

it('fault 9: of many contenders one is inside at a time, after a holder was killed too', async () => {
  const dead = contend('hold')
  expect(await dead.says()).toBe('holding')
  const contenders = Array.from({ length: 12 }, () => contend('work'))
  dead.child.kill('SIGKILL')
  expect(await Promise.all(contenders.map(({ says }) => says()))).toEqual(contenders.map(() => 'done'))
  expect(await readFile(journal, 'utf8')).toBe('alone\n'.repeat(12))
})

it('fault 10: a stopped holder is passed over, and notices when it goes on', async () => {
  const stopped = contend('hold')
  expect(await stopped.says()).toBe('holding')
  stopped.child.kill('SIGSTOP')
  await writeFile(`${file}.new-of-a-killed-taker`, '')
  const next = contend('hold', 1500)
  expect(await next.says()).toBe('holding')
  stopped.child.kill('SIGCONT')
  stopped.child.stdin.write('go on\n')
  expect(await stopped.says()).toBe('lock-lost')
  next.child.stdin.write('go on\n')
  expect(await next.says()).toBe('done')
  expect((await readdir(folder)).filter((name) => name.includes('.new-'))).toEqual([])
})

it('fault 11: a holder that lives is never passed over, whatever age its files seem to have', async () => {
  const holder = contend('hold')
  expect(await holder.says()).toBe('holding')
  const impatient = withLock(file, { stallMs: 1500, timeoutMs: 4000 }, () => Promise.resolve('inside'))
  await expect(impatient).rejects.toMatchObject({ code: 'lock-timeout' })
  holder.child.stdin.write('go on\n')
  expect(await holder.says()).toBe('done')
})

it('excludes within one process too, and leaves nothing but its file', async () => {
  const order: string[] = []
  const work = (name: string) => async () => {
    order.push(`${name} in`)
    await new Promise((resolve) => setImmediate(resolve))
    order.push(`${name} out`)
  }
  await Promise.all([withLock(file, {}, work('a')), withLock(file, {}, work('b'))])
  expect(order.map((step) => step.slice(2))).toEqual(['in', 'out', 'in', 'out'])
  expect(await readdir(folder)).toEqual(['x.lock'])
})

it('a wait can be interrupted', async () => {
  const holder = contend('hold')
  await holder.says()
  const controller = new AbortController()
  const waiting = withLock(file, { signal: controller.signal, onWait: () => controller.abort() }, () =>
    Promise.resolve(),
  )
  await expect(waiting).rejects.toMatchObject({ code: 'interrupted' })
  holder.child.kill('SIGKILL')
  await once(holder.child, 'exit')
})
