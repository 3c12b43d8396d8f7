/** What a file is, by its content: names and types are whatever somebody called them. Pure. */

export type FileKind =
  /** Of a type that models take. */
  | { kind: 'image'; mime: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp' }
  /** Said to be a picture: it has to be decoded to know, and sent as another one. */
  | { kind: 'maybe-image' }
  | { kind: 'svg'; text: string }
  | { kind: 'pdf' }
  | { kind: 'text'; text: string }
  | { kind: 'other' }

const ascii = new TextEncoder()
const startsWith = (bytes: Uint8Array, ...head: number[]) => head.every((byte, at) => bytes[at] === byte)
const asciiAt = (bytes: Uint8Array, at: number, text: string) =>
  ascii.encode(text).every((byte, n) => bytes[at + n] === byte)

function imageMime(bytes: Uint8Array): Extract<FileKind, { kind: 'image' }>['mime'] | undefined {
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47)) return 'image/png'
  if (startsWith(bytes, 0xff, 0xd8, 0xff)) return 'image/jpeg'
  if (asciiAt(bytes, 0, 'GIF8')) return 'image/gif'
  return asciiAt(bytes, 0, 'RIFF') && asciiAt(bytes, 8, 'WEBP') ? 'image/webp' : undefined
}

/** UTF-8 without a zero byte. */
function textOf(bytes: Uint8Array): string | undefined {
  if (bytes.includes(0)) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** As far as a drawing is looked for. UTF-16 units. */
const HEAD = 4000
const SVG = /^(?:<!DOCTYPE svg[^>]*>\s*)?<svg[\s>]/i

function isSvg(text: string): boolean {
  let rest = text.slice(0, HEAD).trimStart()
  if (/^<\?xml/i.test(rest)) rest = behind(rest, '>')
  // One pattern for all of the comments would try every way to part them.
  while (rest.startsWith('<!--')) rest = behind(rest, '-->')
  return SVG.test(rest)
}

function behind(text: string, end: string): string {
  const at = text.indexOf(end)
  return at < 0 ? '' : text.slice(at + end.length).trimStart()
}

/** `type`: as the browser says. */
export function fileKind(bytes: Uint8Array, type: string): FileKind {
  const mime = imageMime(bytes)
  if (mime) return { kind: 'image', mime }
  if (asciiAt(bytes, 0, '%PDF-')) return { kind: 'pdf' }
  const text = textOf(bytes)
  if (text !== undefined)
    return type.startsWith('image/svg') || isSvg(text) ? { kind: 'svg', text } : { kind: 'text', text }
  return type.startsWith('image/') ? { kind: 'maybe-image' } : { kind: 'other' }
}
