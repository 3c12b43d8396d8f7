import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyCharacter } from '@kilo-console/engine/testing/any-character'
import { readControl, settleReplay } from './replay.ts'

/** The engine's side: it keeps the last `limit` units and answers a connect with what it has from the cursor on. */
function answer(output: string, limit: number, cursor: number) {
  const start = Math.max(0, output.length - limit)
  return { text: output.slice(Math.max(start, cursor)), end: output.length }
}

describe('fault 51: replay after a connect', () => {
  it.each([
    ['a fresh terminal', 0, 'abc', 3, { text: 'abc', skipped: 0, position: 3 }],
    ['nothing new', 3, '', 3, { text: '', skipped: 0, position: 3 }],
    ['what came meanwhile', 3, 'de', 5, { text: 'de', skipped: 0, position: 5 }],
    ['a buffer that begins later', 3, 'xyz', 9, { text: 'xyz', skipped: 3, position: 9 }],
    ['a buffer that begins earlier', 3, 'abcde', 5, { text: 'de', skipped: 0, position: 5 }],
    ['a cursor from another life', 99, '', 4, { text: '', skipped: 0, position: 4 }],
  ])('%s', (_what, asked, text, end, replay) => {
    expect(settleReplay(asked, text, end)).toEqual(replay)
  })

  it('loses nothing and repeats nothing, however often the connection breaks', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: anyCharacter, maxLength: 20 })),
        fc.integer({ min: 1, max: 60 }),
        (pieces, limit) => {
          let output = ''
          let seen = ''
          let skipped = 0
          let position = 0
          for (const piece of pieces) {
            output += piece
            const { text, end } = answer(output, limit, position)
            const replay = settleReplay(position, text, end)
            seen += replay.text
            skipped += replay.skipped
            position = replay.position
          }
          expect(position).toBe(output.length)
          expect(seen.length + skipped).toBe(output.length)
          if (skipped === 0) expect(seen).toBe(output)
          expect(output.endsWith(seen.slice(-limit))).toBe(true)
        },
      ),
    )
  })
})

describe('control frames', () => {
  const frame = (text: string) => new TextEncoder().encode(text).buffer
  it.each([
    ['\u0000{"cursor":98}', { cursor: 98 }],
    ['\u0000{"later":1}', undefined],
    ['\u0000{"cursor":"98"}', undefined],
    ['\u0000not json', undefined],
    ['\u0000null', undefined],
    ['\u00005', undefined],
    ['\u0000[98]', undefined],
    ['{"cursor":98}', undefined],
    ['\u0001{"cursor":98}', undefined],
    ['', undefined],
  ])('%j', (text, control) => {
    expect(readControl(frame(text))).toEqual(control)
  })
})
