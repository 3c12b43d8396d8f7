import { expect, test } from 'vitest'
import { passedType } from './content-type.ts'

const TEXT = 'text/plain; charset=utf-8'
const BYTES = 'application/octet-stream'

test.each([
  ['application/json', 'application/json; charset=utf-8'],
  ['Application/JSON ; charset=utf-16', 'application/json; charset=utf-8'],
  ['application/problem+json', 'application/json; charset=utf-8'],
  ['text/event-stream', 'text/event-stream'],
  ['text/html; charset=utf-8', TEXT],
  ['text/javascript', TEXT],
  ['text/css', TEXT],
  ['text/xml', TEXT],
  ['image/png', 'image/png'],
  ['audio/mpeg', 'audio/mpeg'],
  ['image/svg+xml', BYTES],
  ['application/javascript', BYTES],
  ['application/xhtml+xml', BYTES],
  ['x/application/a+json', BYTES],
  ['application/a+json/x', BYTES],
  ['ximage/png', BYTES],
  ['image/pngx', BYTES],
  ['application/pdf', BYTES],
  ['multipart/x-mixed-replace; boundary=a', BYTES],
  ['video/mp4, text/html', BYTES],
  ['', BYTES],
  ['\xe9', BYTES],
])('fault 61: %j is passed on as %j', (given, passed) => expect(passedType(given)).toBe(passed))
