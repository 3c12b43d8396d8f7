/** A prompt as it can be written on: one that the engine has, or that it has not taken. Pure. */
import type { Part } from '@kilocode/sdk/v2/client'
import type { Mark, PromptExtra } from '../../../../shared/unsent.ts'
import type { Attachment } from '../attach/attachment.ts'
import { absoluteUrl, filePathOf } from '../complete/mention.ts'
import { promptExtrasOf, promptTextOf } from '../../conversation/rows.ts'

export interface TakenBack {
  text: string
  marks: Mark[]
  attachments: Omit<Attachment, 'id'>[]
}

/** `directory`: of the session, where paths are relative to. */
export const takenBack = (parts: readonly Part[], directory: string): TakenBack =>
  writtenAs(promptTextOf(parts), promptExtrasOf(parts), directory)

/** Text with its marks, and what was attached. What does not fit the text any more is text alone. */
export function writtenAs(text: string, extras: readonly PromptExtra[], directory: string): TakenBack {
  const marks = extras
    .flatMap((extra) => markOf(extra, directory))
    .filter(({ start, value }) => text.startsWith(value, start) && value !== '')
  return { text, marks, attachments: extras.flatMap(attachmentOf) }
}

function markOf(extra: PromptExtra, directory: string): Mark[] {
  if (extra.type === 'agent')
    return extra.source
      ? [{ kind: 'agent', start: extra.source.start, value: extra.source.value, name: extra.name }]
      : []
  if (extra.source?.type !== 'file' || !extra.url.startsWith('file:')) return []
  const { start, value } = extra.source.text
  const common = { start, value, path: pathOf(extra, directory) }
  if (extra.mime === 'application/x-directory') return [{ kind: 'folder', ...common }]
  const lines = linesOf(extra.url)
  return [{ kind: 'file', ...common, ...(lines && { lines }) }]
}

type FileExtra = Extract<PromptExtra, { type: 'file' }>

/** As it is named from the folder on; what another client calls otherwise goes by its address. */
function pathOf({ filename, url }: FileExtra, directory: string): string {
  const [address = ''] = url.split('?', 1)
  const isRelative = filename !== undefined && absoluteUrl(directory, filename) === address
  return isRelative ? filename : (filePathOf(url) ?? filename ?? '')
}

function linesOf(url: string): { from: number; to: number } | undefined {
  const [, from, to] = /\?start=(\d{1,7})&end=(\d{1,7})$/.exec(url) ?? []
  return from === undefined ? undefined : { from: Number(from), to: Number(to) }
}

function attachmentOf(extra: PromptExtra): Omit<Attachment, 'id'>[] {
  if (extra.type !== 'file' || !extra.url.startsWith('data:')) return []
  const { mime, url, filename } = extra
  // Four letters of base64 are three bytes.
  const size = Math.round((url.length - url.indexOf(',') - 1) * 0.75)
  return [{ name: filename ?? 'attachment', mime, url, size }]
}
