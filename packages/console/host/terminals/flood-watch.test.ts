import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeFloodWatch, type FloodAct } from './flood-watch.ts'

const MB = 2 ** 20
/** As often as the guard looks while something floods. */
const TICK_MS = 20

interface Program {
  /** Bytes a second while it runs. */
  rate: number
  /** In all. */
  bytes: number
  /** What the engine works off in a second; it answers when nothing is left. */
  pace: number
  /** Memory that each byte costs until it is worked off. */
  cost?: number
  /** The engine's at rest. */
  rest?: number
  seconds?: number
}

interface Course {
  acts: FloodAct[]
  peakBytes: number
  printed: number
  /** The longest that the engine owed an answer. */
  silentMs: number
  /** The longest that it was paused without a word. */
  pausedMs: number
}

/** A terminal that prints, an engine that works it off, and the watch over both, on a clock of our own. */
function play({ rate, bytes, pace, cost = 27, rest = 600 * MB, seconds = 120 }: Program): Course {
  const watch = makeFloodWatch()
  const course: Course = { acts: [], peakBytes: 0, printed: 0, silentMs: 0, pausedMs: 0 }
  let [backlog, askedAt, isHalted, pausedAt] = [0, 0, false, Infinity]
  for (let at = TICK_MS; at <= seconds * 1000; at += TICK_MS) {
    const out = isHalted ? 0 : Math.min((rate * TICK_MS) / 1000, bytes - course.printed)
    course.printed += out
    backlog = Math.max(0, backlog + out - (pace * TICK_MS) / 1000)
    if (backlog === 0) {
      watch.answered(askedAt)
      askedAt = at
    }
    course.silentMs = Math.max(course.silentMs, at - askedAt)
    const rssBytes = rest + backlog * cost
    course.peakBytes = Math.max(course.peakBytes, rssBytes)
    const act = watch.look({ at, rssBytes, printed: new Map([['pty_a', out]]) }).get('pty_a')
    if (act) course.acts.push(act)
    if (act) pausedAt = act === 'pause' ? at : Infinity
    course.pausedMs = Math.max(course.pausedMs, at - pausedAt)
    isHalted = act === undefined ? isHalted : act !== 'resume'
  }
  return course
}

test('fault 75: `yes` is paused at once, let go on a few times, and held', () => {
  const { acts, peakBytes, silentMs, printed } = play({ rate: 10 * MB, bytes: Infinity, pace: MB })
  expect(acts[0]).toBe('pause')
  expect(acts.at(-1)).toBe('hold')
  expect(acts.filter((act) => act === 'hold')).toHaveLength(1)
  expect(peakBytes).toBeLessThan(700 * MB)
  expect(silentMs).toBeLessThan(3000)
  expect(printed).toBeLessThan(40 * MB)
})

test.each([
  ['seq 1 3000000, on an engine that keeps up', { rate: 5 * MB, bytes: 23 * MB, pace: 6 * MB }, false],
  ['seq 1 3000000, on a busy machine', { rate: 10 * MB, bytes: 23 * MB, pace: MB }, true],
  ['a build log', { rate: 200 << 10, bytes: Infinity, pace: MB }, false],
  ['find /, in bursts that the engine takes', { rate: 3 * MB, bytes: 30 * MB, pace: 4 * MB }, false],
  ['a flood that the engine keeps up with', { rate: 5 * MB, bytes: Infinity, pace: 6 * MB }, false],
])('fault 75: %s runs to its end', (_name, program, isPaused) => {
  const { acts, printed } = play(program)
  expect(acts).not.toContain('hold')
  expect(acts.includes('pause')).toBe(isPaused)
  expect(acts.filter((act) => act === 'pause')).toHaveLength(acts.filter((act) => act === 'resume').length)
  expect(printed).toBeCloseTo(program.bytes === Infinity ? program.rate * 120 : program.bytes, 0)
})

test('fault 75: an engine that answers, and grows, is guarded too', () => {
  const watch = makeFloodWatch()
  const acts: FloodAct[] = []
  for (let at = 0; at < 3000; at += TICK_MS) {
    watch.answered(at - 1)
    const rssBytes = 600 * MB + at * 100_000
    acts.push(...watch.look({ at, rssBytes, printed: new Map([['pty_a', MB / 2]]) }).values())
  }
  expect(acts[0]).toBe('pause')
})

test('fault 75: without memory to spare it waits, is held in the end, and goes on when there is some', () => {
  const watch = makeFloodWatch()
  const look = (at: number, rssBytes: number, bytes = 0) =>
    watch.look({ at, rssBytes, printed: new Map([['pty_a', bytes]]) }).get('pty_a')
  expect(look(0, 600 * MB, 2 * MB)).toBe('pause')
  watch.answered(100)
  expect(look(200, 1300 * MB)).toBeUndefined()
  expect(look(11_000, 1300 * MB)).toBe('hold')
  expect(look(12_000, 1300 * MB)).toBeUndefined()
  expect(look(13_000, 800 * MB)).toBe('resume')
})

test('fault 75: a terminal is halted for its own flood, not for a memory that others fill', () => {
  const watch = makeFloodWatch()
  for (let at = 0; at < 5000; at += TICK_MS) {
    const printed = new Map([['pty_a', 1024]])
    expect(watch.look({ at, rssBytes: at * MB, printed }).size).toBe(0)
  }
})

test('fault 75: what has ended is not halted, and one that was let go on begins anew', () => {
  const watch = makeFloodWatch()
  const look = (at: number, bytes: number) =>
    watch.look({ at, rssBytes: 1200 * MB, printed: new Map([['pty_a', bytes]]) }).get('pty_a')
  expect(look(0, 254 << 10)).toBeUndefined()
  expect(look(100, 1 << 10)).toBeUndefined()
  expect(look(200, 5 << 10)).toBe('hold')
  expect(look(300, 900 << 10)).toBeUndefined()
  watch.continued('pty_a')
  expect(look(400, 200)).toBeUndefined()
  expect(look(500, 2 * MB)).toBe('hold')
})

test('fault 75: whatever is printed, and however slow the engine, memory stays below 1.5 GB and nothing is paused for long without a word', () => {
  fc.assert(
    fc.property(
      fc.record({
        rate: fc.integer({ min: 100_000, max: 20 * MB }),
        bytes: fc.integer({ min: 1, max: 200 * MB }),
        pace: fc.integer({ min: MB / 4, max: 20 * MB }),
        cost: fc.integer({ min: 1, max: 100 }),
        rest: fc.integer({ min: 300 * MB, max: 1000 * MB }),
      }),
      (program) => {
        const { pausedMs, peakBytes } = play(program)
        expect(peakBytes).toBeLessThan(1536 * MB)
        expect(pausedMs).toBeLessThanOrEqual(10_000)
      },
    ),
    { numRuns: 50 },
  )
})
