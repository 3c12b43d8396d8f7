import { expect, test } from 'vitest'
import { addressOf, readNews } from './drawing.ts'

const drawn = { type: 'drawn', id: 1, svg: '<svg/>', width: 10, height: 20 }

test('what the frame tells', () => {
  expect(readNews({ type: 'ready', more: 1 })).toEqual({ type: 'ready' })
  expect(readNews({ ...drawn, more: 1 })).toEqual(drawn)
  expect(readNews({ type: 'failed', id: 1, reason: 'no' })).toEqual({ type: 'failed', id: 1, reason: 'no' })
})

test.each([
  ['nothing', undefined],
  ['null', null],
  ['text', 'ready'],
  ['of another type', { ...drawn, type: 'other' }],
  ['without a number', { ...drawn, id: '1' }],
  ['without a drawing', { ...drawn, svg: undefined }],
  ['of HTML', { ...drawn, svg: '<html>' }],
  ['of megabytes', { ...drawn, svg: `<svg>${' '.repeat(4_000_000)}` }],
  ['without a reason', { type: 'failed', id: 1 }],
])('what a frame says that is %s is nothing', (_, data) => {
  expect(readNews(data)).toBeUndefined()
})

test.each([0, -1, Number.NaN, Infinity, 16_001, '10'])('a drawing that is %j wide is none', (width) => {
  expect(readNews({ ...drawn, width })).toMatchObject({ type: 'failed', id: 1 })
  expect(readNews({ ...drawn, height: width })).toMatchObject({ type: 'failed', id: 1 })
})

test('a reason is as long as a person reads', () => {
  expect(readNews({ type: 'failed', id: 1, reason: 'x'.repeat(1000) })).toMatchObject({
    reason: 'x'.repeat(400),
  })
})

test('fault 40: the address of a drawing holds nothing but the picture', () => {
  const svg = '<svg><text>"#&\'%<script>é</script></text></svg>'
  const address = addressOf({ svg, width: 1, height: 1 })
  expect(address).toMatch(/^data:image\/svg\+xml;charset=utf-8,[\w%.!~*'()-]*$/)
  expect(decodeURIComponent(address.slice(address.indexOf(',') + 1))).toBe(svg)
})
