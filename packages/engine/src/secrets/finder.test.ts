import fc from 'fast-check'
import { expect, it } from 'vitest'
import { makeFinder, replaceFound } from './finder.ts'

/** Few letters, so that values overlap, contain each other and nearly match. */
const letters = (least: number) =>
  fc.string({ unit: fc.constantFrom('a', 'b', 'é'), minLength: least, maxLength: 14 })

function simply(text: string, values: string[]): string {
  const longest = values.filter((value) => value.length >= 8).toSorted((a, b) => b.length - a.length)
  let shown = ''
  for (let at = 0; at < text.length;) {
    const value = longest.find((each) => text.startsWith(each, at))
    shown += value === undefined ? text.charAt(at) : '#'
    at += value?.length ?? 1
  }
  return shown
}

it('whatever stands in a text, it finds what a plain search finds', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(letters(0), letters(8))),
      fc.array(letters(0), { maxLength: 5 }),
      (pieces, values) => {
        const text = [...pieces, ...values, ...pieces].join('')
        expect(replaceFound(text, makeFinder(values), () => '#')).toBe(simply(text, values))
      },
    ),
  )
})

it('an open end begins where a value may', () => {
  const finder = makeFinder(['secret-one', 'secretary'])
  expect(finder.openEnd('a secret-on')).toBe(2)
  expect(finder.openEnd('a secreta')).toBe(2)
  expect(finder.openEnd('a secretz')).toBe(9)
  expect(finder.openEnd('a secret-one')).toBe(12)
  expect(finder.openEnd('')).toBe(0)
  expect(makeFinder([]).openEnd('s')).toBe(1)
})

it('whatever a text ends with, it is open from where a plain look says', () => {
  const starts = (text: string, values: string[]) =>
    Array.from(text, (_, at) => at).find((at) =>
      values.some(
        (value) => value.length >= 8 && value.length > text.length - at && value.startsWith(text.slice(at)),
      ),
    )
  fc.assert(
    fc.property(letters(0), letters(0), fc.array(letters(0), { maxLength: 5 }), (before, end, values) => {
      const text = `${before}${(values[0] ?? '').slice(0, end.length)}${end.slice(0, 2)}`.replaceAll('é', 'b')
      const all = values.map((value) => value.replaceAll('é', 'b'))
      expect(makeFinder(all).openEnd(text)).toBe(starts(text, all) ?? text.length)
    }),
  )
})

it('values that are chosen to begin alike cost no more', () => {
  const values = Array.from({ length: 2000 }, (_, at) => `${'a'.repeat(at + 8)}b`)
  const finder = makeFinder(values)
  // Compared one by one, 10^11 letters: more than the moments that a test has.
  const text = 'a'.repeat(40_000)
  expect(finder.find(text, 0)).toBeUndefined()
  expect(finder.openEnd(text)).toBe(text.length - 2007)
})

it('a thousand values cost one pass', () => {
  const values = Array.from({ length: 1000 }, (_, at) => `value-number-${at}-of-many`)
  const text = 'nothing to see here. '.repeat(1000)
  expect(replaceFound(text + values[7], makeFinder(values), () => '#')).toBe(`${text}#`)
})
