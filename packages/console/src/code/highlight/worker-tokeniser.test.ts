import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { packLines } from './marks.ts'
import type { Order, Told } from './messages.ts'
import { WorkerTokeniser, type CodeWorker, type MakeWorker } from './worker-tokeniser.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

class StandIn implements CodeWorker {
  readonly orders: Order[] = []
  ended = false
  readonly #hear: (told: Told) => void
  readonly fail: () => void
  constructor(...[hear, die]: Parameters<MakeWorker>) {
    this.#hear = hear
    this.fail = die
  }
  postMessage(order: Order): void {
    this.orders.push(order)
  }
  terminate(): void {
    this.ended = true
  }
  tell(told: Partial<Told>): void {
    this.#hear({ id: 1, turn: 1, from: 0, lines: packLines([[7]]), done: true, ...told })
  }
}

function world() {
  const workers: StandIn[] = []
  const heard: [number, number[][]][] = []
  const tokeniser = new WorkerTokeniser((...handlers) => {
    const worker = new StandIn(...handlers)
    workers.push(worker)
    return worker
  })
  const open = () =>
    tokeniser.open('typescript', (from, lines) => heard.push([from, lines.map((line) => [...line])]))
  return { workers, heard, open }
}

test('no worker is begun before there is something to read', () => {
  const { workers, open } = world()
  open()
  expect(workers).toEqual([])
})

test('a text that grows is sent once, one that changes anew, one that stays not at all', () => {
  const { workers, open } = world()
  const reading = open()
  for (const text of ['a', 'ab', 'ab', 'x']) reading.show(text)
  reading.end()
  reading.end()
  expect(workers[0]?.orders).toEqual([
    { id: 1, turn: 1, language: 'typescript', text: 'a' },
    { id: 1, more: 'b' },
    { id: 1, turn: 2, language: 'typescript', text: 'x' },
    { id: 1, end: true },
  ])
})

test('what is told of an earlier text, or after the end, is not heard', () => {
  const { workers, heard, open } = world()
  const reading = open()
  reading.show('a')
  workers[0]?.tell({})
  reading.show('x')
  workers[0]?.tell({})
  workers[0]?.tell({ turn: 2, from: 3 })
  reading.end()
  workers[0]?.tell({ turn: 2 })
  expect(heard).toEqual([
    [0, [[7]]],
    [3, [[7]]],
  ])
})

test('a worker that dies leaves texts as they are; a later one gets another, three times', () => {
  const { workers, heard, open } = world()
  for (let death = 0; death < 5; death += 1) {
    open().show('a')
    workers.at(-1)?.fail()
  }
  expect(workers.map(({ ended }) => ended)).toEqual([true, true, true])
  expect(heard).toEqual([])
})

test('a worker that does not answer is ended; one that has nothing to do is left alone', () => {
  const { workers, open } = world()
  open().show('a')
  vi.advanceTimersByTime(29_000)
  workers[0]?.tell({ done: false })
  vi.advanceTimersByTime(29_000)
  expect(workers[0]?.ended).toBe(false)
  workers[0]?.tell({})
  vi.advanceTimersByTime(60_000)
  expect(workers[0]?.ended).toBe(false)
  open().show('b')
  vi.advanceTimersByTime(30_000)
  expect(workers[0]?.ended).toBe(true)
})

test('where there are no workers code is plain', () => {
  const tokeniser = new WorkerTokeniser(() => {
    throw new Error('no workers here')
  })
  const reading = tokeniser.open('typescript', () => expect.unreachable())
  reading.show('a')
  reading.end()
})
