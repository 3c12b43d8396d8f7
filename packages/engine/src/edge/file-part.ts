import type { FilePart, FilePartSource } from '@kilocode/sdk/v2/client'
import { id, literal, may, name, number, object, oneOf, text, type Schema } from './bounds.ts'

type Source<K> = Extract<FilePartSource, { type: K }>
type Range = Source<'symbol'>['range']

const quoted = object<FilePartSource['text']>({ value: text, start: number, end: number })
const position = object<Range['start']>({ line: number, character: number })

const source: Schema<FilePartSource> = oneOf<'type', FilePartSource>('type', {
  file: object<Source<'file'>>({ type: literal('file'), text: quoted, path: text }),
  symbol: object<Source<'symbol'>>({
    type: literal('symbol'),
    text: quoted,
    path: text,
    range: object<Range>({ start: position, end: position }),
    name: text,
    kind: number,
  }),
  resource: object<Source<'resource'>>({
    type: literal('resource'),
    text: quoted,
    clientName: name,
    uri: text,
  }),
})

export const filePart: Schema<FilePart> = object<FilePart>({
  id,
  sessionID: id,
  messageID: id,
  type: literal('file'),
  mime: name,
  filename: may(text),
  url: text,
  source: may(source),
})
