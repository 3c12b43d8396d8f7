import { sampleEvent } from '@kilo-console/engine/testing/sample-event'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { KnownSecrets } from '../secrets/known-secrets.ts'
import type { EngineMessage } from './engine-event.ts'
import { makeRunningText } from './running-text.ts'

const KEY = 'sk-ü-1234567890abcdef'
const known = new KnownSecrets('salt')
const mark = known.hide(KEY, true)

const delta = (text: string, partID = 'p', field = 'text'): EngineMessage => ({
  event: sampleEvent('message.part.delta', { sessionID: 's', messageID: 'm', partID, field, delta: text }),
})
const ended = (partID = 'p'): EngineMessage => ({
  event: sampleEvent('message.part.updated', { sessionID: 's', part: { id: partID } }),
})

function said(messages: readonly EngineMessage[]): string[] {
  const text = makeRunningText(known)
  return messages.flatMap((message) => {
    const { event } = text.masked(message) ?? {}
    return event?.type === 'message.part.delta' ? [event.properties.delta] : []
  })
}

test('fault 78: a secret that is written in pieces, however it is cut', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(KEY.length + 12), { maxLength: 6 }), (cuts) => {
      const text = `The key ${KEY}. `
      const at = [0, ...cuts, text.length].toSorted((a, b) => a - b)
      const pieces = at.slice(1).map((end, before) => text.slice(at[before], end))
      const shown = [0, 1, 2, 3].map((letters) => `The key ${KEY.slice(0, letters)}${mark}. `)
      expect(shown).toContain(said(pieces.map((piece) => delta(piece))).join(''))
    }),
  )
})

test('what turns out to be none comes later, all else at once and as it was', () => {
  expect(said([delta('Ask sk-ü'), delta('ing'), delta('')])).toEqual(['Ask ', 'sk-üing', ''])
  const message = delta('plain')
  expect(makeRunningText(known).masked(message)).toBe(message)
})

test('a letter or three that any word begins with wait for nothing: an answer may rest there', () => {
  expect(said([delta('Ask s'), delta('k-'), delta('ü'), delta('-12'), delta('done')])).toEqual([
    'Ask s',
    'k-',
    'ü-12done',
  ])
  expect(said([delta('Ask s'), delta(KEY.slice(1, 9)), delta(KEY.slice(9))])).toEqual(['Ask s', mark])
})

test('parts do not wait for each other, and one that has ended begins anew', () => {
  expect(said([delta('sk-ü', 'a'), delta('x', 'b'), ended('a'), delta('-1234567890abcdef', 'a')])).toEqual([
    'x',
    '-1234567890abcdef',
  ])
})

test('pieces of anything but text are nobody’s words', () => {
  expect(said([delta('sk-', 'p', 'other')])).toEqual(['sk-'])
})

test('of many parts that wait the oldest are given up', () => {
  const many = Array.from({ length: 501 }, (_, at) => delta('sk-ü', `p${at}`))
  const rest = KEY.slice(4)
  expect(said([...many, delta(rest, 'p0'), delta(rest, 'p500')])).toEqual([rest, mark])
})
