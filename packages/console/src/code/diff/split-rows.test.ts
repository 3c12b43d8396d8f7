import { expect, test } from 'vitest'
import { splitRows } from './split-rows.ts'
import { parsePatch } from './unified-diff.ts'

const split = (...lines: string[]) => {
  const count = (sign: string) => lines.filter((line) => line.startsWith(sign) || line.startsWith(' ')).length
  const [file] = parsePatch(`@@ -1,${count('-')} +1,${count('+')} @@\n${lines.join('\n')}`)
  return splitRows(file?.hunks[0]?.rows ?? []).map(
    ({ before, after }) => `${before?.text ?? ''}|${after?.text ?? ''}`,
  )
}

test.each([
  ['what did not change stands on both sides', [' a'], ['a|a']],
  ['a change is paired', ['-a', '+b'], ['a|b']],
  ['in order, as far as there are pairs', ['-a', '-b', '+A', ' c'], ['a|A', 'b|', 'c|c']],
  ['what is only added has nothing beside it', [' a', '+b', '+c'], ['a|a', '|b', '|c']],
  ['another removal begins another change', ['-a', '+b', '-c', '+d'], ['a|b', 'c|d']],
  ['what is removed behind something added does not stand beside it', ['+a', '-b'], ['|a', 'b|']],
  ['nothing', [], []],
])('%s', (_, lines, expected) => expect(split(...lines)).toEqual(expected))
