import fc from 'fast-check'
import { expect, it } from 'vitest'
import { withTexts } from '@kilo-console/engine/secrets/texts'
import { JsonMasking } from './json-masking.ts'

const mask = (text: string) => text.replaceAll('SECRET', '#').replaceAll('nSÜ', '##')
const latin = (text: string) => Buffer.from(text).toString('latin1')
const plain = (bytes: string) => Buffer.from(bytes, 'latin1').toString('utf8')

function masked(text: string, cuts: readonly number[] = []): string {
  const bytes = latin(text)
  const at = [0, ...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].toSorted((a, b) => a - b)
  const masking = new JsonMasking(mask)
  const said = at.slice(1).map((end, before) => masking.push(bytes.slice(at[before], end)))
  return plain([...said, masking.end()].join(''))
}

it('however it is cut, it says what masking the whole would, and is JSON', () => {
  const text = fc.oneof(fc.constantFrom('SECRET', 'a "SECRET"\\', '\nSÜ', 'nSÜ', 'type', 'x\\'), fc.string())
  const name = fc.oneof(fc.constantFrom('type', 'id', 'SECRET', 'text', 'a":"b'), fc.string())
  const json = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      text,
      fc.constantFrom(null, 1.5, true),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(name, tie('value'), { maxKeys: 4, noNullPrototype: true }),
    ),
  })).value
  fc.assert(
    fc.property(json, fc.array(fc.nat(), { maxLength: 8 }), fc.boolean(), (value, cuts, isWide) => {
      const said = masked(JSON.stringify(value, null, isWide ? 2 : 0), cuts)
      expect(JSON.parse(said)).toEqual(withTexts(value, mask))
    }),
  )
})

it('events are masked one as the other', () => {
  const event = (text: string) => `data: {"type":"SECRET","text":"${text}"}\n\n`
  expect(masked(event('SECRET').repeat(3))).toBe(event('#').repeat(3))
})

it('what is no JSON passes, masked as far as it has texts', () => {
  expect(masked('}}]"SECRET\\q","un')).toBe('}}]"#\\q","un')
  expect(masked('"SECRET')).toBe('"#')
})

it('below a thousand levels every text is masked, and what stands above is what it was', () => {
  const deep = (list: string, text: string) =>
    `${'{"type":'.repeat(1100)}["x",${list}],"y":${list}${'}'.repeat(1100)}`.slice(0, -1) +
    `,"type":"SECRET","text":${text}}`
  expect(masked(deep('"SECRET"', '"SECRET"'))).toBe(deep('"#"', '"#"'))
})

it('a text without an end is not held without an end', () => {
  const masking = new JsonMasking(mask)
  masking.push('"')
  const said = Array.from({ length: 5 }, () => masking.push('x'.repeat(4 << 20))).join('')
  expect(said.length).toBeGreaterThan(16 << 20)
})
