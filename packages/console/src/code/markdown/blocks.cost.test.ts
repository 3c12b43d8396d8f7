/** What long texts cost, apart from what they are read as: a test of megabytes is not run against each change of the code. */
import { Parser } from 'marked'
import remend from 'remend'
import { expect, test } from 'vitest'
import { makeBlockReader } from './blocks.ts'

test('a text that is nested too deep to be followed is shown as it is, and whatever it becomes', () => {
  const reader = makeBlockReader(remend)
  const deep = '>'.repeat(30_000)
  for (const text of [deep, `${deep} a`])
    expect(reader.read(text, true)).toEqual([{ token: { type: 'code', raw: text, text }, settled: true }])
  expect(reader.read('a', true).map(({ token }) => token.raw)).toEqual(['a'])
})

// Each of these looked for an end of itself, or of its word, in all that follows: a page of it held up the tab for up to three minutes.
test.each([
  '*a_',
  '_a',
  '__a',
  '~a',
  '***a',
  '[a](',
  'a`',
  '>',
  '$',
  '$a',
  '$ a',
  '$$a ',
  '\\(a',
  '\\[a\n',
  '*$a+b$',
])('a page of %j is read in a moment', (piece) => {
  const text = piece.repeat(100_000 / piece.length)
  const begun = performance.now()
  makeBlockReader(remend).read(text, false)
  expect(performance.now() - begun).toBeLessThan(40_000)
})

test('emphasis of a long answer is all read, and so are words and addresses of any length', () => {
  const paragraph = 'A **bold** word, *another* one_of_these and ~~none~~. '
  const html = (text: string) =>
    makeBlockReader(remend)
      .read(text, false)
      .map(({ token }) => Parser.parse([token]))
      .join('')
  expect(html(`${paragraph.repeat(40)}\n\n`.repeat(25)).match(/<strong>/g)).toHaveLength(1000)
  expect(html('a'.repeat(5000))).toBe(`<p>${'a'.repeat(5000)}</p>\n`)
  const address = `https://x.test/?q=${'a'.repeat(2000)}`
  expect(html(address)).toBe(`<p><a href="${address}">${address}</a></p>\n`)
})
