import { expect, test } from 'vitest'
import { compactionPoint } from './compaction-point.ts'

const auto = { auto: true }

test.each([
  [
    'by the context, less an answer',
    { context: 100_000, output: 8000 },
    auto,
    { after: 92_000, reserve: 8000, reserveIs: 'answer' },
  ],
  [
    'of an answer no more than the engine asks for',
    { context: 200_000, output: 64_000 },
    auto,
    { after: 168_000, reserve: 32_000 },
  ],
  ['an answer of no known length', { context: 200_000, output: 0 }, auto, { after: 168_000 }],
  [
    'by the input, less the usual reserve',
    { context: 100_000, input: 90_000, output: 64_000 },
    auto,
    { after: 70_000, reserve: 20_000, reserveIs: 'usual' },
  ],
  [
    'a short answer makes it smaller',
    { context: 100_000, input: 90_000, output: 8000 },
    auto,
    { after: 82_000, reserve: 8000 },
  ],
  [
    'a reserve that is set counts of the input',
    { context: 100_000, input: 90_000, output: 8000 },
    { auto: true, reserved: 30_000 },
    { after: 60_000, reserveIs: 'setting' },
  ],
  [
    'and not without a limit of the input',
    { context: 100_000, output: 8000 },
    { auto: true, reserved: 30_000 },
    { after: 92_000, reserveIs: 'answer' },
  ],
  [
    'a threshold is of the context',
    { context: 100_000, input: 90_000, output: 8000 },
    { auto: true, thresholdPercent: 50 },
    { after: 82_000, before: 50_000 },
  ],
  [
    'the reserve is kept all the same',
    { context: 100_000, input: 90_000, output: 8000 },
    { auto: true, thresholdPercent: 95 },
    { after: 82_000, before: 82_000 },
  ],
  [
    'as Codex Pooler publishes it both meet',
    { context: 828_400, input: 828_400, output: 64_000 },
    { auto: true, thresholdPercent: 95, reserved: 41_420 },
    { after: 786_980, before: 786_980 },
  ],
  ['more is kept than there is', { context: 10_000, input: 5000, output: 8000 }, auto, { after: 0 }],
])('%s', (_, limit, settings, point) => {
  expect(compactionPoint(limit, settings)).toMatchObject(point)
})

test('never without a limit, nor where it is switched off', () => {
  expect(compactionPoint({ context: 0, output: 0 }, auto)).toBeUndefined()
  expect(compactionPoint({ context: 100, output: 10 }, { auto: false })).toBeUndefined()
  expect(compactionPoint({ context: 100_000, output: 10 }, auto)).not.toHaveProperty('before')
})
