import type { ToolState } from '@kilocode/sdk/v2/client'
import { bag, list, literal, may, object, oneOf, text, time, type Schema } from './bounds.ts'
import { filePart } from './file-part.ts'

type State<K> = Extract<ToolState, { status: K }>
type Span = State<'error'>['time']
type Kept = State<'completed'>['time']

export const toolState: Schema<ToolState> = oneOf<'status', ToolState>('status', {
  pending: object<State<'pending'>>({ status: literal('pending'), input: bag, raw: text }),
  running: object<State<'running'>>({
    status: literal('running'),
    input: bag,
    title: may(text),
    metadata: may(bag),
    time: object<State<'running'>['time']>({ start: time }),
  }),
  completed: object<State<'completed'>>({
    status: literal('completed'),
    input: bag,
    output: text,
    title: text,
    metadata: bag,
    time: object<Kept>({ start: time, end: time, compacted: may(time) }),
    attachments: may(list(filePart)),
  }),
  error: object<State<'error'>>({
    status: literal('error'),
    input: bag,
    error: text,
    metadata: may(bag),
    time: object<Span>({ start: time, end: time }),
  }),
})
