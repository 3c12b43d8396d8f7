import { expect, test } from 'vitest'
import { canDo } from './can-do.ts'

test.each([
  ['a server that is not in the list', undefined, true],
  ['one that could not be asked yet', {}, true],
  ['one that can', { engine: { flavour: 'kilo', capabilities: ['revert', 'resume'] } }, true],
  ['one that cannot', { engine: { flavour: 'opencode', capabilities: ['revert'] } }, false],
  ['one of whom nothing is known', { engine: { flavour: 'unknown', capabilities: [] } }, false],
] as const)('%s', (_, info, can) => {
  expect(canDo(info as Parameters<typeof canDo>[0], 'resume')).toBe(can)
})
