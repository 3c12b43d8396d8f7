/**
 * What a file that `kilo export`, or this console, wrote becomes: a session of its own, under ids of our own. The engine would write into whatever has the
 * ids that it is given. Anybody may have written the file: what does not fit is left out and counted. Pure.
 */
import type { AssistantMessage, Part, Session, ToolPart, UserMessage } from '@kilocode/sdk/v2/client'
import type { answers, MessageWithParts } from '@kilo-console/engine/edge/answers'
import { parseBounded } from '@kilo-console/engine/edge/bounded-json'
import { importLimits } from '@kilo-console/engine/edge/limits'

export interface ImportPart {
  id: string
  messageID: string
  timeCreated: number
  data: object
}

export interface ImportMessage {
  id: string
  timeCreated: number
  data: object
  parts: ImportPart[]
}

export interface ImportPlan {
  sessionId: string
  title: string
  slug: string
  version: string
  timeCreated: number
  timeUpdated: number
  messages: ImportMessage[]
  /** Attachments, of which the engine takes in none: their names stay. */
  attachments: number
  /** Messages and parts that were not what they should be. */
  dropped: number
}

/** `stampAfter`: an id of the engine's kind behind `last` and behind a time. */
export type NextId = (last: string | undefined, time: number) => string

export interface ImportSource {
  /** The checks of the edge, which are loaded when they are needed. */
  checks: Pick<typeof answers, 'session' | 'message'>
  nextId: NextId
  /** Unix milliseconds. */
  now: number
}

/** Throws an `Error` with what is wrong, in words. */
export function planImport(text: string, { checks, nextId, now }: ImportSource): ImportPlan {
  const { info, messages } = fileOf(text, checks)
  let dropped = 0
  const plan: ImportPlan = {
    ...headOf(info, now),
    sessionId: nextId(undefined, now).replace(/^msg_/, 'ses_'),
    messages: [],
    attachments: 0,
    dropped: 0,
  }
  const ids = new Map<string, string>()
  for (const each of messages) {
    const message = checked(each, checks, (count) => (dropped += count))
    if (!message) continue
    const time = Math.min(message.info.time.created, now)
    const id = nextId(plan.messages.at(-1)?.id, time)
    ids.set(message.info.id, id)
    plan.attachments += message.parts.filter(({ type }) => type === 'file').length
    const parts = message.parts.flatMap((part, index) => partOf(part, { id, index, time }))
    plan.messages.push({ id, timeCreated: time, data: dataOf(message.info, ids), parts })
  }
  return { ...plan, dropped }
}

function fileOf(text: string, checks: ImportSource['checks']): { info: Session; messages: unknown[] } {
  const value = parsed(text)
  const { info, messages } = (typeof value === 'object' && value ? value : {}) as Record<string, unknown>
  if (!Array.isArray(messages)) throw new Error('This is no exported session: it has no messages.')
  if (messages.length > importLimits.messages)
    throw new Error(`This session has more than ${importLimits.messages} messages.`)
  try {
    return { info: checks.session(info, () => undefined), messages }
  } catch {
    throw new Error('This is no exported session: it does not say which one it was.')
  }
}

function parsed(text: string): unknown {
  try {
    return parseBounded(text, importLimits.values)
  } catch {
    throw new Error('This file is no JSON, or too intricate to be a session.')
  }
}

/** No rules, no address on the web, no parent: those were another machine's. */
function headOf({ title, slug, version, time }: Session, now: number) {
  const timeCreated = Math.min(time.created, now)
  return {
    title,
    slug,
    version,
    timeCreated,
    timeUpdated: Math.max(timeCreated, Math.min(time.updated, now)),
  }
}

function checked(
  value: unknown,
  checks: ImportSource['checks'],
  drop: (count: number) => void,
): MessageWithParts | undefined {
  try {
    return checks.message(value, drop)
  } catch {
    drop(1)
    return undefined
  }
}

function dataOf(info: UserMessage | AssistantMessage, ids: ReadonlyMap<string, string>): object {
  if (info.role === 'user') {
    const { role, time, agent, model } = info
    return { role, time, agent, model: { providerID: model.providerID, modelID: model.modelID } }
  }
  const { role, time, parentID, modelID, providerID, mode, agent, path, summary, cost, tokens, finish } = info
  return {
    role,
    modelID,
    providerID,
    mode,
    agent,
    path,
    cost,
    tokens,
    // One that was never ended would be taken for one that is being written.
    time: { created: time.created, completed: time.completed ?? time.created },
    parentID: ids.get(parentID) ?? parentID,
    finish: finish ?? 'stop',
    ...(summary !== undefined && { summary }),
  }
}

interface At {
  /** Of the message. */
  id: string
  index: number
  time: number
}

/** The engine takes in text, thoughts and calls. */
function partOf(part: Part, { id, index, time }: At): ImportPart[] {
  const data = dataOfPart(part)
  const order = String(index).padStart(5, '0')
  return data ? [{ id: `prt_${id.slice(4, 21)}${order}`, messageID: id, timeCreated: time, data }] : []
}

function dataOfPart(part: Part): object | undefined {
  switch (part.type) {
    case 'text': {
      const { type, text, synthetic, ignored, time } = part
      return {
        type,
        text,
        ...(synthetic !== undefined && { synthetic }),
        ...(ignored !== undefined && { ignored }),
        ...(time && { time }),
      }
    }
    case 'reasoning':
      return {
        type: part.type,
        text: part.text,
        time: { start: part.time.start, end: part.time.end ?? part.time.start },
      }
    case 'file':
      return { type: 'text', text: `[Attached: ${part.filename ?? part.mime}]` }
    case 'tool':
      return { type: part.type, callID: part.callID, tool: part.tool, state: endedState(part.state) }
    default:
      return undefined
  }
}

/** Nobody works on what was running when the file was written. */
function endedState(state: ToolPart['state']): object {
  if (state.status === 'completed') {
    const { attachments: _, ...kept } = state
    return kept
  }
  if (state.status === 'error') return state
  const start = state.status === 'running' ? state.time.start : 0
  return {
    status: 'error',
    input: state.input,
    error: 'This had not ended when the session was exported.',
    time: { start, end: start },
  }
}
