/** Makes attachments of files, or says why not: what an engine can't read stays in the session and fails every later turn (docs/engine.md). */
import { formatBytes } from '../../../ui/format.ts'
import type { Attachment, Refusal } from './attachment.ts'
import { attachLimits } from './attach-limits.ts'
import { INSTEAD, roomProblem } from './attach-room.ts'
import { fileKind, type FileKind } from './file-kind.ts'
import { shrinkImage } from './shrink-image.ts'

export type Taken =
  | { kind: 'taken'; attachment: Omit<Attachment, 'id'> }
  | ({ kind: 'refused' } & Omit<Refusal, 'id' | 'name'>)

const refused = (why: string, asText?: Omit<Attachment, 'id'>): Taken => ({
  kind: 'refused',
  why,
  ...(asText && { instead: { attachment: asText, asText: true } }),
})

/** `before`: what is attached already. Never rejects. */
export async function takeIn(file: File, before: readonly Pick<Attachment, 'url'>[]): Promise<Taken> {
  const full = roomProblem(before)
  if (full !== undefined) return refused(full)
  if (file.size > attachLimits.readBytes)
    return refused(`It is too large (${formatBytes(file.size)}). ${INSTEAD}`)
  const bytes = await file.arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    () => undefined,
  )
  // A folder that was dropped cannot be read either.
  if (!bytes) return refused('It can’t be read. If it is a folder, name it with @.')
  if (bytes.length === 0) return refused('It is empty.')
  const taken = await makeOf(file, bytes, fileKind(bytes, file.type))
  if (taken.kind === 'refused') return taken
  const problem = roomProblem(before, taken.attachment)
  return problem === undefined ? taken : refused(problem)
}

async function makeOf(file: File, bytes: Uint8Array<ArrayBuffer>, kind: FileKind): Promise<Taken> {
  switch (kind.kind) {
    case 'text':
      return fits(file, kind.text) ? taken(file.name, textBlob(kind.text)) : refused(tooLong(file))
    case 'svg':
      return refused(
        'A session with an SVG picture in it stops working.',
        fits(file, kind.text) ? await attachmentOf(file.name, textBlob(kind.text)) : undefined,
      )
    case 'pdf':
      return file.size > attachLimits.fileBytes
        ? refused(tooLong(file))
        : taken(file.name, new Blob([bytes], { type: 'application/pdf' }))
    case 'image':
    case 'maybe-image': {
      const blob = new Blob([bytes], { type: kind.kind === 'image' ? kind.mime : file.type })
      const image = await shrinkImage(blob).catch(() => undefined)
      if (!image) return refused('This picture is broken: it can’t be decoded.')
      return taken(
        file.name,
        image.blob,
        image.shrunk ? `made smaller, from ${formatBytes(file.size)}` : undefined,
      )
    }
    case 'other':
      return refused(
        file.type.startsWith('text/')
          ? 'This text isn’t UTF-8. Save it as UTF-8, and attach it again.'
          : `Text, pictures and PDF can be attached; this is ${file.type || 'something else'}.`,
      )
  }
}

const fits = ({ size }: File, text: string) => size <= attachLimits.textBytes && text.length > 0
const tooLong = ({ size }: File) => `It is too large (${formatBytes(size)}). ${INSTEAD}`
const textBlob = (text: string) => new Blob([text], { type: 'text/plain' })

async function taken(name: string, blob: Blob, note?: string): Promise<Taken> {
  return { kind: 'taken', attachment: { ...(await attachmentOf(name, blob)), ...(note && { note }) } }
}

async function attachmentOf(name: string, blob: Blob): Promise<Omit<Attachment, 'id'>> {
  return { name: name === '' ? 'pasted' : name, mime: blob.type, size: blob.size, url: await dataUrl(blob) }
}

function dataUrl(blob: Blob): Promise<string> {
  const reader = new FileReader()
  return new Promise((resolve, reject) => {
    reader.addEventListener('load', () => resolve(reader.result as string))
    reader.addEventListener('error', () => reject(reader.error ?? new Error('the file cannot be read')))
    reader.readAsDataURL(blob)
  })
}
