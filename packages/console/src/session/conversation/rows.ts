import type { Message, Part, TextPart } from '@kilocode/sdk/v2/client'
import type { PromptExtra, Torn } from '../../store/types.ts'

/** One message on the screen. */
export interface Row {
  id: string
  author: 'You' | 'Kilo'
  /** The first of several in a row by the same author: only it shows the name. */
  opens: boolean
  /**
   * `writing`: the answer that is being written. `queued`: a prompt that waits for the turn that runs. `unanswered`: the newest
   * message, a prompt, and nobody works on it.
   */
  status: 'settled' | 'writing' | 'queued' | 'unanswered'
}

/** What stands beside the name of whoever wrote a prompt that waits. The list of all that wait says how they run. */
export const QUEUED = 'queued'

const isRunning = (message: Message | undefined): boolean =>
  message?.role === 'assistant' && (!message.time.completed || message.finish === 'tool-calls')

function statusOf(
  messages: readonly Message[],
  at: number,
  lastAnswer: number,
  busy: boolean,
): Row['status'] {
  const message = messages[at]
  if (message?.role === 'assistant')
    return busy && at === lastAnswer && !message.time.completed ? 'writing' : 'settled'
  if (at < lastAnswer) return 'settled'
  if (busy) return isRunning(messages[lastAnswer]) ? 'queued' : 'settled'
  return at === messages.length - 1 ? 'unanswered' : 'settled'
}

/**
 * The rows of a conversation by message id, in order. The steps of one turn run together under one name. A prompt that is sent meanwhile
 * runs as a turn of its own, behind it.
 */
export function rowsOf(messages: readonly Message[], busy: boolean): Map<string, Row> {
  const rows = new Map<string, Row>()
  const lastAnswer = messages.findLastIndex((message) => message.role === 'assistant')
  let before: Row | undefined
  for (const [at, { id, role }] of messages.entries()) {
    const author = role === 'user' ? 'You' : 'Kilo'
    const opens = author === 'You' || before?.author !== author
    const row: Row = { id, author, opens, status: statusOf(messages, at, lastAnswer, busy) }
    rows.set(id, row)
    before = row
  }
  return rows
}

/** Bookkeeping of the engine that says nothing to a reader. */
const CHORES = new Set(['step-start', 'step-finish', 'snapshot'])

/**
 * Whether a part is shown. What the engine adds to a prompt for the model (file contents, reminders: `synthetic`) is not what the user
 * wrote; in an answer it is a passing remark of the engine and is shown. `writing`: the message is being written.
 */
export function isShown(part: Torn<Part>, role: Message['role'], writing: boolean): boolean {
  if (CHORES.has(part.type)) return false
  if (part.type === 'reasoning') return part.text.trim() !== '' || part.time.end === undefined
  if (part.type !== 'text') return true
  if (part.text.trim() === '') return writing && part.torn === true
  return role !== 'user' || !part.synthetic
}

/** Tools that may change files without naming them. */
const RUNS_COMMANDS = new Set(['bash', 'background_process'])

/**
 * The parts of a message that are shown. The engine notes which files changed during a step, whoever changed them: worth a word only where
 * a command ran, because a tool that edits names its files itself.
 */
export function shownParts(parts: readonly Part[], role: Message['role'], writing: boolean): Part[] {
  const ranCommand = parts.some((part) => part.type === 'tool' && RUNS_COMMANDS.has(part.tool))
  const named = role === 'user' ? namedIn(promptTextOf(parts), parts) : []
  const inText = new Set(named.map(({ part }) => part))
  return parts.filter(
    (part) => isShown(part, role, writing) && (part.type !== 'patch' || ranCommand) && !inText.has(part),
  )
}

/** A command is stored as what it was made into; what was typed (`/init now`) stands beside it (docs/engine.md). */
export function typedTextOf(part: TextPart): string {
  return titleOf(part) ?? part.text
}

function titleOf(part: TextPart): string | undefined {
  const kilo = (part.metadata as { kilo?: { injected?: { title?: unknown } } } | undefined)?.kilo
  return typeof kilo?.injected?.title === 'string' ? kilo.injected.title : undefined
}

/** Whether a user message was a command of the engine: sent again as a prompt, it would be words that read like one. */
export const isCommand = (parts: readonly Part[]): boolean =>
  parts.some((part) => part.type === 'text' && !part.synthetic && titleOf(part)?.startsWith('/') === true)

/** What was attached to a user message, as it would be sent again. */
export function promptExtrasOf(parts: readonly Part[]): PromptExtra[] {
  return parts.flatMap((part): PromptExtra[] => {
    if (part.type === 'agent')
      return [{ type: part.type, name: part.name, ...(part.source && { source: part.source }) }]
    if (part.type !== 'file') return []
    const { type, mime, url, filename, source } = part
    return [{ type, mime, url, ...(filename !== undefined && { filename }), ...(source && { source }) }]
  })
}

/** What a user message says in words, as it would be sent again. */
export function promptTextOf(parts: readonly Part[]): string {
  return parts
    .flatMap((part) => (part.type === 'text' && !part.synthetic ? [typedTextOf(part)] : []))
    .join('\n\n')
    .trim()
}

export interface NamedPart {
  part: Part
  start: number
  end: number
  value: string
}

/** The files, folders and agents that a prompt's text names where they say it does: they are marks in it, and need no line of their own. */
export function namedIn(text: string, parts: readonly Part[]): NamedPart[] {
  return parts.flatMap((part) => {
    const source = part.type === 'agent' ? part.source : part.type === 'file' ? part.source?.text : undefined
    if (!source || source.value === '') return []
    const { start, end, value } = source
    return text.slice(start, end) === value ? [{ part, start, end, value }] : []
  })
}
