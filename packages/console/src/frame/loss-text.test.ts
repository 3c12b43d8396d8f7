import { expect, test } from 'vitest'
import { lossText } from './loss-text.ts'

test.each([
  [undefined, 'Those of its subagents go with it.'],
  [1, 'With it goes 1 session of its subagents.'],
  [3, 'With it go 3 sessions of its subagents.'],
])('%s subagents: %s', (count, words) => expect(lossText('Old', count)).toContain(words))

test('nothing is said of subagents where there are none', () =>
  expect(lossText('Old', 0)).not.toContain('subagent'))
