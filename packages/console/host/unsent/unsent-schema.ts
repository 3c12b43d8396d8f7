/** What the page may have the host keep. Nothing of it is run or looked up here: it goes back to the page as it came. */
import * as v from 'valibot'
import {
  unsentLimits,
  type Draft,
  type Mark,
  type PromptChoice,
  type PromptExtra,
  type SentPrompt,
  type UnsentChange,
} from '../../shared/unsent.ts'

const upTo = (most: number) => v.pipe(v.string(), v.maxLength(most))
const short = upTo(512)
const path = upTo(4096)
const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const text = upTo(unsentLimits.text)
const id = v.pipe(v.string(), v.regex(/^msg_[\w-]{1,120}$/))

const quoted = v.object({ value: path, start: count, end: count })
const place = v.variant('type', [
  v.object({ type: v.literal('file'), text: quoted, path }),
  v.object({ type: v.literal('resource'), text: quoted, clientName: short, uri: path }),
])

const file = v.object({
  type: v.literal('file'),
  mime: short,
  filename: v.exactOptional(path),
  // Only what is named: contents are not kept.
  url: v.pipe(path, v.startsWith('file:')),
  source: v.exactOptional(place),
})
const agent = v.object({ type: v.literal('agent'), name: short, source: v.exactOptional(quoted) })

const extra: v.GenericSchema<unknown, PromptExtra> = v.variant('type', [file, agent])

const choice: v.GenericSchema<unknown, PromptChoice> = v.object({
  model: v.exactOptional(v.object({ providerID: short, modelID: short })),
  agent: v.exactOptional(short),
  variant: v.exactOptional(short),
})

const sent: v.GenericSchema<unknown, SentPrompt> = v.object({
  id,
  text,
  extras: v.pipe(v.array(extra), v.maxLength(unsentLimits.extras)),
  sentAt: count,
  choice,
  how: v.exactOptional(v.picklist(['command', 'shell'])),
  left: v.exactOptional(count),
  cut: v.exactOptional(v.literal(true)),
})

const mark: v.GenericSchema<unknown, Mark> = v.variant('kind', [
  v.object({
    kind: v.literal('file'),
    start: count,
    value: path,
    path,
    lines: v.exactOptional(v.object({ from: count, to: count })),
  }),
  v.object({ kind: v.literal('folder'), start: count, value: path, path }),
  v.object({ kind: v.literal('agent'), start: count, value: path, name: short }),
])

const draft: v.GenericSchema<unknown, Draft> = v.object({
  text,
  marks: v.pipe(v.array(mark), v.maxLength(unsentLimits.extras)),
  at: count,
})

export const unsentChange: v.GenericSchema<unknown, UnsentChange> = v.object({
  draft: v.exactOptional(draft),
  sent: v.exactOptional(sent),
  settled: v.exactOptional(id),
})

const kept = v.object({
  /** Unix milliseconds: the oldest gives way. */
  at: count,
  draft: v.exactOptional(draft),
  sent: v.array(sent),
})

export type KeptUnsent = v.InferOutput<typeof kept>

/** A key in the file: one name that is none would make all of it unreadable, and some names every object has. */
export const sessionName = v.pipe(
  v.string(),
  v.regex(/^[\w-]{1,128}$/),
  v.check((name) => !(name in {})),
)

export const unsentFile = v.object({
  sessions: v.record(sessionName, kept),
  /** Oldest first. */
  history: v.array(upTo(unsentLimits.historyText)),
})

export type UnsentFile = v.InferOutput<typeof unsentFile>
