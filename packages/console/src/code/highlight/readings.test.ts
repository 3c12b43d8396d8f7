import { expect, test } from 'vitest'
import { unpackLines } from './marks.ts'
import type { LineReader } from './read-line.ts'
import { Readings } from './readings.ts'

/** A line's only mark is its length and how many lines the grammar has seen before it. */
const counting: LineReader = (line, state) => ({
  marks: [line.length, Number(state ?? 0)],
  state: (Number(state ?? 0) + 1) as never,
})

function world(load: () => Promise<LineReader> = () => Promise.resolve(counting)) {
  const clock = { now: 0 }
  const told: { id: number; turn: number; from: number; lines: number[][]; done: boolean }[] = []
  const waiting: (() => void)[] = []
  const readings = new Readings({
    load,
    tell: (one) => told.push({ ...one, lines: unpackLines(one.lines).map((line) => [...line]) }),
    soon: (run) => waiting.push(run),
    now: () => clock.now,
  })
  /** Lets everything happen that waits, or the first `steps` of it. */
  const settle = async (steps = Infinity) => {
    for (let step = 0; step < steps; step += 1) {
      await new Promise((resolve) => setTimeout(resolve))
      const run = waiting.shift()
      if (!run) return
      run()
    }
  }
  return { readings, told, settle, clock }
}

const first = { id: 1, turn: 1, language: 'typescript' } as const
const many = (count: number) => 'x\n'.repeat(count)

test('a text is told with its last line, which may grow', async () => {
  const { readings, told, settle } = world()
  readings.hear({ ...first, text: 'ab\nc' })
  await settle()
  readings.hear({ id: 1, more: 'de\nf' })
  await settle()
  expect(told).toEqual([
    {
      id: 1,
      turn: 1,
      from: 0,
      done: true,
      lines: [
        [2, 0],
        [1, 1],
      ],
    },
    {
      id: 1,
      turn: 1,
      from: 1,
      done: true,
      lines: [
        [3, 1],
        [1, 2],
      ],
    },
  ])
})

test('a long text comes in slices, and one that was asked for later is told between them', async () => {
  const { readings, told, settle } = world()
  readings.hear({ ...first, text: many(450) })
  await settle(1)
  readings.hear({ ...first, id: 2, text: 'now' })
  await settle()
  expect(told.map(({ id, from, lines, done }) => [id, from, lines.length, done])).toEqual([
    [1, 0, 200, false],
    [2, 0, 1, true],
    [1, 200, 200, false],
    [1, 400, 51, true],
  ])
})

test('slow lines are told as they come', async () => {
  const slow: LineReader = (line, state) => {
    clock.now += 90
    return counting(line, state)
  }
  const { readings, told, settle, clock } = world(() => Promise.resolve(slow))
  readings.hear({ ...first, text: many(5) })
  await settle()
  expect(told.map(({ from, lines }) => [from, lines.length])).toEqual([
    [0, 3],
    [3, 3],
  ])
})

test('what nobody needs any more is not read', async () => {
  const { readings, told, settle } = world()
  readings.hear({ ...first, text: many(1000) })
  await settle(1)
  readings.hear({ id: 1, end: true })
  await settle()
  expect(told).toHaveLength(1)
  readings.hear({ id: 1, more: 'x' })
  await settle()
  expect(told).toHaveLength(1)
})

test('another text under the same number begins anew', async () => {
  const { readings, told, settle } = world()
  readings.hear({ ...first, text: 'a\nb' })
  await settle()
  readings.hear({ ...first, turn: 2, text: 'c' })
  await settle()
  expect(told.at(-1)).toEqual({ id: 1, turn: 2, from: 0, done: true, lines: [[1, 0]] })
})

test('a language that does not come is told to be over, and so is a grammar that fails at a line, each time', async () => {
  const absent = world(() => Promise.reject(new Error('offline')))
  absent.readings.hear({ ...first, text: 'a' })
  await absent.settle()
  const nothing = { id: 1, turn: 1, from: 0, done: true, lines: [] }
  expect(absent.told).toEqual([nothing])
  absent.readings.hear({ id: 1, more: 'b' })
  await absent.settle()
  expect(absent.told).toEqual([nothing, nothing])

  const failing = world(() =>
    Promise.resolve((line, state) => {
      if (line === 'bad') throw new Error('too deep')
      return counting(line, state)
    }),
  )
  failing.readings.hear({ ...first, text: 'a\nbad\nb' })
  await failing.settle()
  const begun = { id: 1, turn: 1, from: 0, done: true, lines: [[1, 0]] }
  expect(failing.told).toEqual([begun])
  failing.readings.hear({ id: 1, more: 'c\n' })
  await failing.settle()
  expect(failing.told).toEqual([begun, { id: 1, turn: 1, from: 1, done: true, lines: [] }])
})
