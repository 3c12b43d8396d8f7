import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyCharacter } from '@kilo-console/engine/testing/any-character'
import { cleanTitle, nameTerminal } from './title.ts'

describe('fault 42: titles', () => {
  it.each([
    ['zsh — app', 'zsh — app'],
    ['  vim \t a.ts\n', 'vim a.ts'],
    ['a\u0000\u001B[31mb\u009Bc\u007F', 'a [31mb c'],
    ['safe\u202Etxt.exe', 'safe txt.exe'],
    ['zero\u200Bwidth\u2028line', 'zero width line'],
    ['\u0007', ''],
    ['', ''],
  ])('%j -> %j', (title, clean) => {
    expect(cleanTitle(title)).toBe(clean)
  })

  it('is short and visible, whatever was set', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter, maxLength: 500 }), (title) => {
        const clean = cleanTitle(title)
        expect(Array.from(clean).length).toBeLessThanOrEqual(80)
        expect(clean).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u)
      }),
    )
  })

  it('cuts a megabyte', () => {
    expect(cleanTitle('x'.repeat(1_000_000))).toBe(`${'x'.repeat(79)}…`)
  })

  it.each([
    ['build', 'Terminal build'],
    ['Terminal caxC', 'Terminal caxC'],
    ['terminals', 'Terminal terminals'],
    ['', 'Terminal'],
  ])('names the terminal %j %j', (title, name) => {
    expect(nameTerminal(title)).toBe(name)
  })
})
