import fc from 'fast-check'

/**
 * For tests: any code point, control characters and halves of pairs among them, a third of them ASCII. fast-check's own unit `binary` means
 * the same and spends a second on its tables first.
 */
export const anyCharacter = fc
  .oneof({ weight: 1, arbitrary: fc.nat(0x7f) }, { weight: 2, arbitrary: fc.nat(0x10ffff) })
  .map((code) => String.fromCodePoint(code))
