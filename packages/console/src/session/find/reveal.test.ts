import { createRoot } from 'solid-js'
import { expect, test } from 'vitest'
import { createExpansion } from '../../code/expansion.ts'
import type { Match } from './matches.ts'
import { openUpTo } from './reveal.ts'

const text = Array.from({ length: 300_000 }, (_, at) => `row ${at}`).join('\n')
const matchAt = (words: string, place = 'call Output') => {
  const searched = { messageId: 'm', partId: 'call', place, text, folded: true, cut: false }
  return { searched, nth: 0, at: text.indexOf(words) } satisfies Match
}

test('of a long output so much is shown that the match is among it', () => {
  const expansion = createRoot(createExpansion)
  openUpTo(matchAt('row 700'), expansion)
  expect(expansion.portions('call Output')).toBe(4)
  openUpTo(matchAt('row 3\n'), expansion)
  expect(expansion.portions('call Output')).toBe(4)
})

test('and no more than a page can hold, however often somebody goes on', () => {
  const expansion = createRoot(createExpansion)
  for (let step = 0; step < 5; step += 1) openUpTo(matchAt('row 250000'), expansion)
  expect(expansion.portions('call Output')).toBe(32)
})

test('what is no section of a call has no portions', () => {
  const expansion = createRoot(createExpansion)
  openUpTo(matchAt('row 700', 'call'), expansion)
  expect(expansion.portions('call')).toBe(1)
})
