import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitText, stepDeltas } from './chunks.ts'

/** fast-check's own unit `binary` means the same and spends a second on its tables first. */
const anyCharacter = fc.nat(0x10ffff).map((code) => String.fromCodePoint(code))

test('chunks join to the text, none ends in half a character', () => {
  fc.assert(
    fc.property(fc.string({ unit: anyCharacter }), fc.integer({ min: 1, max: 40 }), (text, size) => {
      const chunks = splitText(text, size)
      expect(chunks.join('')).toBe(text)
      expect(chunks.flatMap((chunk) => Array.from(chunk))).toEqual(Array.from(text))
    }),
  )
})

test('the pieces of a tool call join to its arguments', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.string()), (input) => {
      const [head, ...pieces] = stepDeltas({ type: 'tool', tool: 'bash', input }, 2, 'call_1')
      expect(head).toEqual({
        tool_calls: [{ index: 2, id: 'call_1', type: 'function', function: { name: 'bash', arguments: '' } }],
      })
      const joined = pieces.map((piece) => JSON.stringify(piece)).map(pieceArguments)
      expect(JSON.parse(joined.join(''))).toEqual({ ...input })
    }),
  )
})

function pieceArguments(json: string): string {
  const { tool_calls } = JSON.parse(json) as { tool_calls: [{ function: { arguments: string } }] }
  return tool_calls[0].function.arguments
}
