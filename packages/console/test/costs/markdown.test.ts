/** What long texts cost, apart from what they are read as: seconds of the processor, too many for each save. */
import { Parser } from 'marked'
import remend from 'remend'
import { expect, test } from 'vitest'
import { makeBlockReader } from '../../src/code/markdown/blocks.ts'

declare const process: { cpuUsage(since?: object): { user: number; system: number } }

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
])('four times as much of %j takes about four times as long', (piece) => {
  expect(growth(piece)).toBeLessThan(8)
})

/** How many times as long four times as much takes: 4 where each letter costs the same, 16 where it costs what all letters are. */
function growth(piece: string): number {
  const [short, long] = [5000, 20_000].map((length) => piece.repeat(length / piece.length))
  costOf(short?.slice(0, 100))
  let [least, most] = [Infinity, Infinity]
  // What is collected and compiled meanwhile makes some longer: the least of several counts.
  for (let tries = 0; tries < 10 && !(most / least < 8); tries += 1) {
    least = Math.min(least, costOf(short))
    most = Math.min(most, costOf(long))
  }
  return most / least
}

/** Microseconds of the processor, whatever else the machine does. */
function costOf(text = ''): number {
  const before = process.cpuUsage()
  makeBlockReader(remend).read(text, false)
  const { user, system } = process.cpuUsage(before)
  return user + system
}

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
