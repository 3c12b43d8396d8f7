/** A prompt of the engine's, as it can be written on. Pure. */
import type { Part } from '@kilocode/sdk/v2/client'
import type { Mark } from '../../../../shared/unsent.ts'
import type { Attachment } from '../attach/attachments.ts'
import { promptTextOf } from '../../conversation/rows.ts'

export interface TakenBack {
  text: string
  marks: Mark[]
  attachments: Omit<Attachment, 'id'>[]
}

/** Text with its marks, and what was attached. What does not fit the text any more is text alone. */
export function takenBack(parts: readonly Part[]): TakenBack {
  const text = promptTextOf(parts)
  const marks = parts
    .flatMap(markOf)
    .filter(({ start, value }) => text.startsWith(value, start) && value !== '')
  return { text, marks, attachments: parts.flatMap(attachmentOf) }
}

function markOf(part: Part): Mark[] {
  if (part.type === 'agent')
    return part.source
      ? [{ kind: 'agent', start: part.source.start, value: part.source.value, name: part.name }]
      : []
  if (part.type !== 'file' || part.source?.type !== 'file' || part.filename === undefined) return []
  const { start, value } = part.source.text
  const common = { start, value, path: part.filename }
  if (part.mime === 'application/x-directory') return [{ kind: 'folder', ...common }]
  const [, from, to] = /#L(\d{1,7})(?:-(\d{1,7}))?$/.exec(value) ?? []
  const lines = from === undefined ? undefined : { from: Number(from), to: Number(to ?? from) }
  return [{ kind: 'file', ...common, ...(lines && { lines }) }]
}

function attachmentOf(part: Part): Omit<Attachment, 'id'>[] {
  if (part.type !== 'file' || !part.url.startsWith('data:')) return []
  const { mime, url, filename } = part
  // Four letters of base64 are three bytes.
  return [
    {
      name: filename ?? 'attachment',
      mime,
      url,
      size: Math.round((url.length - url.indexOf(',') - 1) * 0.75),
    },
  ]
}
