import { expect, test } from 'vitest'
import { pictureAt, pictureOf } from './image-data.ts'

test.each([
  ['data:image/png;base64,iVBORw0K', 'data:image/png;base64,iVBORw0K'],
  ['data:IMAGE/JPEG;name=a.jpg;base64,/9j/4AAQ', 'data:image/jpeg;base64,/9j/4AAQ'],
  ['data:image/svg+xml;base64,PHN2Zz4=', undefined],
  ['data:text/html;base64,PGI+', undefined],
  ['data:image/png,<svg>', undefined],
  ['data:image/png;base64,<svg>', undefined],
  ['data:image/png;base64,', undefined],
  ['https://example.com/a.png', undefined],
  ['file:///etc/a.png', undefined],
  ['javascript:alert(1)', undefined],
  ['', undefined],
])('the address %j is shown as %j', (url, expected) => {
  expect(pictureAt(url)).toBe(expected)
})

test('of a file the type decides', () => {
  expect(pictureOf('image/webp', 'UklG\nRg==')).toBe('data:image/webp;base64,UklGRg==')
  expect(pictureOf(undefined, 'UklG')).toBeUndefined()
})
