import fc from 'fast-check'
import { expect, it } from 'vitest'
import { makeFinder } from '@kilo-console/engine/secrets/finder'
import { inBytes, makeMasking } from './masking.ts'

const VALUES = ['secret-one', 'secret-one-and-more', 'schlüssel-zwei', 'one-and-more-of-it']
const forms = inBytes({ values: VALUES, finder: makeFinder(VALUES), shown: () => '#' })
const latin = (text: string) => Buffer.from(text).toString('latin1')

function pieces(text: string, cuts: readonly number[]): string[] {
  const at = [0, ...cuts.map((cut) => cut % (text.length + 1)), text.length].toSorted((a, b) => a - b)
  return at.slice(1).map((end, before) => text.slice(at[before], end))
}

it('however the bytes are cut, nothing of a secret comes through, and all else does', () => {
  const part = fc.oneof(fc.constantFrom(...VALUES, 'secret-', 'one', 'schlüss', 'é', ' '), fc.string())
  fc.assert(
    fc.property(fc.array(part), fc.array(fc.nat(), { maxLength: 8 }), (parts, cuts) => {
      const text = latin(parts.join(''))
      const whole = makeMasking(forms)
      const expected = whole.push(text) + whole.end()
      const masking = makeMasking(forms)
      const said = pieces(text, cuts).map((piece) => masking.push(piece))
      expect([...said, masking.end()].join('')).toBe(expected)
      for (const value of VALUES) expect(expected).not.toContain(latin(value))
    }),
  )
})

it('what cannot be the beginning of a secret is not held back', () => {
  const masking = makeMasking(forms)
  expect(masking.push('data: {"type":"x"}\n\n')).toBe('data: {"type":"x"}\n\n')
  expect(masking.push('a secret-o')).toBe('a ')
  expect(masking.push('ther thing')).toBe('secret-other thing')
  expect(masking.end()).toBe('')
})
