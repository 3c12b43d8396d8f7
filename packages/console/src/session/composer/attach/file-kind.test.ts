import { expect, test } from 'vitest'
import { fileKind } from './file-kind.ts'

const bytes = (...given: (number | string)[]) =>
  Uint8Array.from(
    given.flatMap((each) => (typeof each === 'string' ? [...new TextEncoder().encode(each)] : [each])),
  )

test.each([
  [
    'a picture by its bytes, whatever it is called',
    bytes(0x89, 'PNG\r\n', 0x1a, '\n', 0),
    'text/plain',
    'image',
  ],
  ['a photo', bytes(0xff, 0xd8, 0xff, 0xe0, 0), 'image/jpeg', 'image'],
  ['an animation', bytes('GIF89a', 0), '', 'image'],
  ['a WebP', bytes('RIFF', 1, 2, 3, 4, 'WEBP', 0), '', 'image'],
  ['a sound in the same box', bytes('RIFF', 1, 2, 3, 4, 'WAVE', 0), 'audio/wav', 'other'],
  ['a picture of another kind', bytes(0, 0, 0, 0x1c, 'ftypavif'), 'image/avif', 'maybe-image'],
  ['a drawing', bytes('<?xml version="1.0"?>\n<svg xmlns="x"/>'), '', 'svg'],
  [
    'a drawing behind comments',
    bytes('<?xml version="1.0"?>', '<!-- a -->\n'.repeat(40), '<svg>'),
    '',
    'svg',
  ],
  ['a drawing with a type', bytes('<!-- a --><!DOCTYPE svg PUBLIC "x">\n<svg>'), '', 'svg'],
  // Tried in every way they can be parted, these would hang the page.
  ['comments, and no drawing', bytes('<!-- a -->\n'.repeat(300), '<p>'), 'text/html', 'text'],
  ['a comment without an end', bytes('<!-- <svg>'), '', 'text'],
  ['a drawing by its type alone', bytes('<x:svg/>'), 'image/svg+xml', 'svg'],
  ['a page that talks of one', bytes('<p>an <svg> in it</p>'), 'text/html', 'text'],
  ['a PDF', bytes('%PDF-1.7', 0), '', 'pdf'],
  ['code that the browser takes for a film', bytes('export const a = 1'), 'video/mp2t', 'text'],
  ['JSON', bytes('{}'), 'application/json', 'text'],
  ['text that is said to be a picture', bytes('hello'), 'image/png', 'text'],
  ['latin1', bytes('caf', 0xe9), 'text/plain', 'other'],
  ['a zip', bytes('PK', 3, 4, 0), 'application/zip', 'other'],
  ['a program', bytes(0x7f, 'ELF', 0), 'application/octet-stream', 'other'],
])('fault 79: %s', (_, content, type, expected) => expect(fileKind(content, type).kind).toBe(expected))
