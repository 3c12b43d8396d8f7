import type { Part } from '@kilocode/sdk/v2/client'
import {
  among,
  bag,
  flag,
  id,
  list,
  literal,
  may,
  name,
  number,
  object,
  oneOf,
  path,
  text,
  time,
  type Schema,
} from './bounds.ts'
import { apiError } from './engine-error.ts'
import { filePart } from './file-part.ts'
import { tokenCount } from './tokens.ts'
import { toolState } from './tool-state.ts'

type PartOf<K> = Extract<Part, { type: K }>
type Needed<T> = NonNullable<T>
type Finish = PartOf<'step-finish'>
type Model = Needed<Finish['model']>
type Span = Needed<PartOf<'text'>['time']>

const of = { id, sessionID: id, messageID: id }
const span = object<Span>({ start: time, end: may(time) })
const model = object<Model>({ providerID: name, modelID: name })

const subtask = object<PartOf<'subtask'>>({
  ...of,
  type: literal('subtask'),
  prompt: text,
  description: text,
  agent: name,
  model: may(model),
  variant: may(name),
  command: may(text),
})

const finish = object<Finish>({
  ...of,
  type: literal('step-finish'),
  reason: name,
  snapshot: may(name),
  model: may(model),
  generationID: may(name),
  vercelID: may(name),
  metrics: may(
    object<Needed<Finish['metrics']>>({
      prompt: may(number),
      generation: may(number),
      source: among('provider', 'computed'),
    }),
  ),
  time: may(object<Needed<Finish['time']>>({ start: time, end: time, elapsed: number })),
  cost: number,
  tokens: tokenCount,
})

const retry = object<PartOf<'retry'>>({
  ...of,
  type: literal('retry'),
  attempt: number,
  error: apiError,
  time: object<PartOf<'retry'>['time']>({ created: time }),
})

const named = object<Needed<PartOf<'agent'>['source']>>({ value: text, start: number, end: number })
const started = object<Needed<PartOf<'step-start'>['time']>>({ start: time })

export const part: Schema<Part> = oneOf<'type', Part>('type', {
  text: object<PartOf<'text'>>({
    ...of,
    type: literal('text'),
    text,
    synthetic: may(flag),
    ignored: may(flag),
    time: may(span),
    metadata: may(bag),
  }),
  reasoning: object<PartOf<'reasoning'>>({
    ...of,
    type: literal('reasoning'),
    text,
    metadata: may(bag),
    time: span,
  }),
  file: filePart,
  tool: object<PartOf<'tool'>>({
    ...of,
    type: literal('tool'),
    callID: text,
    tool: name,
    state: toolState,
    metadata: may(bag),
  }),
  subtask,
  'step-start': object<PartOf<'step-start'>>({
    ...of,
    type: literal('step-start'),
    snapshot: may(name),
    time: may(started),
  }),
  'step-finish': finish,
  snapshot: object<PartOf<'snapshot'>>({ ...of, type: literal('snapshot'), snapshot: name }),
  patch: object<PartOf<'patch'>>({ ...of, type: literal('patch'), hash: name, files: list(path) }),
  agent: object<PartOf<'agent'>>({ ...of, type: literal('agent'), name, source: may(named) }),
  retry,
  compaction: object<PartOf<'compaction'>>({
    ...of,
    type: literal('compaction'),
    auto: flag,
    overflow: may(flag),
    tail_start_id: may(id),
  }),
})
