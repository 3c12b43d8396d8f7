import { expect, it } from 'vitest'
import { urlsHidden, wordsHidden } from './in-text.ts'

const to = { hide: () => '#', text: (text: string) => text }

it('who logs in is hidden behind any scheme, also where letters stand before it', () => {
  expect(urlsHidden('see postgres+srv://u:p@h and 1http://v:p@h', to)).toBe(
    'see postgres+srv://u:#@h and 1http://v:#@h',
  )
  expect(urlsHidden(`${'x'.repeat(50)}://u:p@h`, to)).toBe(`${'x'.repeat(50)}://u:#@h`)
})

/** Steps that grow with the square of the length would be 10^11 here: hours, not the moments that a test has. */
it.each(['x', '?', '?a', '?a=', '&', 'a://', '@', 'x://@', ':', 'x.', '-'])(
  'a long run of %s costs what its length costs',
  (run) => {
    const text = `http://a.b ${run.repeat(400_000)} http://a.b`
    expect(urlsHidden(text, to).length).toBeLessThanOrEqual(text.length)
    expect(wordsHidden(['--x', text], to)).toHaveLength(2)
  },
)
