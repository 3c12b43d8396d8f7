import type { FileContent } from '@kilo-console/engine/edge/files'
import { pictureOf } from '../../ui/image-data.ts'

/** What is shown of a file. */
export type FileView =
  | { kind: 'text'; text: string }
  | { kind: 'picture'; url: string }
  | { kind: 'empty' }
  | { kind: 'missing' }
  | { kind: 'outside' }
  /** Sizes in UTF-16 units, or bytes. */
  | { kind: 'large'; size: number }
  | { kind: 'binary'; size: number }

/** UTF-16 units above which a file is not shown: the page would hold it twice. */
const MOST = 2 * 1024 * 1024

/** Lines before the one that is looked for. */
const BEFORE = 40

export function viewOf(content: FileContent | null): FileView {
  if (content === null) return { kind: 'missing' }
  const { type, content: text, mimeType } = content
  if (type === 'binary') {
    const url = pictureOf(mimeType, text)
    return url === undefined
      ? { kind: 'binary', size: Math.floor((text.length * 3) / 4) }
      : { kind: 'picture', url }
  }
  if (text === '') return { kind: 'empty' }
  return text.length > MOST ? { kind: 'large', size: text.length } : { kind: 'text', text }
}

/** The first line to show so that `line` is in sight; and a line that is not there leads to the last one. */
export function windowOf(text: string, line: number | undefined): { firstLine: number; marked?: number } {
  if (line === undefined) return { firstLine: 1 }
  const lines = text.replace(/\n$/, '').split('\n').length
  const marked = Math.min(Math.max(1, line), lines)
  return { firstLine: Math.max(1, marked - BEFORE), marked }
}

/** The text from that line on. */
export function textFrom(text: string, firstLine: number): string {
  let at = 0
  for (let line = 1; line < firstLine; line += 1) {
    const end = text.indexOf('\n', at)
    if (end < 0) return ''
    at = end + 1
  }
  return text.slice(at).replace(/\n$/, '')
}
