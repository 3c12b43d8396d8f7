/**
 * What a file that `kilo export`, or this console, wrote becomes: a session of its own, under ids of our own. The engine would write into whatever has the
 * ids that it is given. Anybody may have written the file: what does not fit is left out and counted. Pure.
 */
import type { AssistantMessage, Session, UserMessage } from '@kilocode/sdk/v2/client'
import type { answers, MessageWithParts } from '@kilo-console/engine/edge/answers'
import { parseBounded } from '@kilo-console/engine/edge/bounded-json'
import { importLimits } from '@kilo-console/engine/edge/limits'
import { isTakenBack } from '../../store/taken-back.ts'
import { importedPart, type ImportPart } from './import-part.ts'

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
  /** Marks of where the context was shortened: the engine takes in none. */
  compactions: number
  /** Messages that were taken back there: the engine takes in no such mark, and would have Kilo read them. */
  takenBack: number
}

export interface ImportSource {
  /** The checks of the edge, which are loaded when they are needed. */
  checks: Pick<typeof answers, 'session' | 'message'>
  /** That many ids of the engine's kind, ascending, all of them past at `now`: a message's own time may be of another round of ids. */
  idsUpTo: (count: number, now: number) => string[]
  /** Unix milliseconds. */
  now: number
}

/** Throws an `Error` with what is wrong, in words. */
export function planImport(text: string, { checks, idsUpTo, now }: ImportSource): ImportPlan {
  const { info, messages } = fileOf(text, checks)
  const fresh = idsUpTo(messages.length + 1, now)
  let dropped = 0
  const plan: ImportPlan = {
    ...headOf(info, now),
    sessionId: (fresh.shift() ?? '').replace(/^msg_/, 'ses_'),
    messages: [],
    attachments: 0,
    dropped: 0,
    compactions: 0,
    takenBack: 0,
  }
  const ids = new Map<string, string>()
  for (const each of messages) {
    const message = checked(each, checks, (count) => (dropped += count))
    if (!message) continue
    if (isTakenBack(message.info, info.revert)) {
      plan.takenBack += 1
      continue
    }
    const time = Math.min(message.info.time.created, now)
    const id = fresh[plan.messages.length] ?? ''
    ids.set(message.info.id, id)
    plan.attachments += message.parts.filter(({ type }) => type === 'file').length
    plan.compactions += message.parts.filter(({ type }) => type === 'compaction').length
    const parts = message.parts.flatMap((part, index) => importedPart(part, { id, index, time }))
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
    throw new Error('This file isn’t valid JSON, or is nested too deeply.')
  }
}

/** What the engine may make the name of a file of. */
const SLUG = /^[a-z0-9-]{1,64}$/

/** No rules, no address on the web, no parent: those were another machine's. */
function headOf({ title, slug, version, time }: Session, now: number) {
  const timeCreated = Math.min(time.created, now)
  return {
    title,
    slug: SLUG.test(slug) ? slug : 'imported',
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
  const { role, time, parentID, modelID, providerID, mode, agent, path, summary, tokens, finish } = info
  return {
    role,
    modelID,
    providerID,
    mode,
    agent,
    path,
    // They were paid elsewhere.
    cost: 0,
    tokens,
    // One that was never ended would be taken for one that is being written.
    time: { created: time.created, completed: time.completed ?? time.created },
    parentID: ids.get(parentID) ?? parentID,
    finish: finish ?? 'stop',
    ...(summary !== undefined && { summary }),
  }
}
