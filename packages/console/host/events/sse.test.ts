import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyCharacter } from '@kilo-console/engine/testing/any-character'
import { makeSseParser, type SseItem } from './sse.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const parse = (text: string, max?: number) => makeSseParser(max).push(bytes(text))

test.each<[string, SseItem[]]>([
  ['data: a\n\n', [{ data: 'a' }]],
  ['data:a\n\n', [{ data: 'a' }]],
  ['data:  a\n\n', [{ data: ' a' }]],
  ['data: a\ndata: b\n\n', [{ data: 'a\nb' }]],
  ['data\n\n', [{ data: '' }]],
  ['data: a\r\n\r\ndata: b\r\rdata: c\n\n', [{ data: 'a' }, { data: 'b' }, { data: 'c' }]],
  [': comment\nid: 1\nevent: x\ndata: a\n\n', [{ data: 'a' }]],
  ['\n\n\n', []],
  ['id: 1\n\n', []],
  ['dataset: a\n\n', []],
  ['data: unfinished\n', []],
  ['\uFEFFdata: a\n\n', [{ data: 'a' }]],
])('%j', (text, items) => {
  expect(parse(text)).toEqual(items)
})

test('any chunking gives the same events, also between the bytes of a character and of a line end', () => {
  const line = fc.oneof(
    fc.string({ unit: anyCharacter }).map((text) => `data: ${text.replaceAll(/[\r\n]/g, '')}`),
    fc.constantFrom('', ': note', 'data', 'id: 4'),
  )
  const text = fc
    .array(fc.tuple(line, fc.constantFrom('\n', '\r\n', '\r')))
    .map((lines) => lines.map((pair) => pair.join('')).join(''))
  fc.assert(
    fc.property(text, fc.array(fc.nat(40)), (text, cuts) => {
      const all = bytes(`${text}\n\n`)
      const parser = makeSseParser()
      const items: SseItem[] = []
      let at = 0
      for (const cut of cuts) items.push(...parser.push(all.slice(at, (at += cut))))
      items.push(...parser.push(all.slice(at)))
      expect(items).toEqual(parse(`${text}\n\n`))
    }),
  )
})

test('nothing at all between the two halves of a line end leaves them one', () => {
  const parser = makeSseParser()
  const items = ['data: a\r', '', '\ndata: b\r', '\n', '\n'].flatMap((chunk) => parser.push(bytes(chunk)))
  expect(items).toEqual([{ data: 'a\nb' }])
})

test.each([
  [16, [{ data: 'a\nb' }]],
  [15, [{ overflow: true }]],
])('an event of 16 where there may be %d', (most, items) => {
  expect(parse('data:  a\ndata:  b\n\n', most)).toEqual(
    items.map((item) => ('data' in item ? { data: ' a\n b' } : item)),
  )
})

test('a huge event is named, not kept, and the next one is heard', () => {
  const parser = makeSseParser(1000)
  const items = Array.from({ length: 100 }, () => parser.push(bytes('data: '.padEnd(500, 'x')))).flat()
  expect(items).toEqual([])
  expect(parser.push(bytes('\nmore\n\ndata: a\n\n'))).toEqual([{ overflow: true }, { data: 'a' }])
})
