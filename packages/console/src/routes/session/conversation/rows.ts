import type { Message, Part } from '@kilocode/sdk/v2/client'

/** One message on the screen. */
export interface Row {
  id: string
  author: 'You' | 'Kilo'
  /** The first of several in a row by the same author: only it shows the name. */
  opens: boolean
}

const authorOf = (message: Message) => (message.role === 'user' ? 'You' : 'Kilo')

/** The rows of a conversation by message id, in order. The steps of one turn run together under one name. */
export function rowsOf(messages: readonly Message[]): Map<string, Row> {
  const rows = new Map<string, Row>()
  let before: Row | undefined
  for (const message of messages) {
    const author = authorOf(message)
    const row: Row = { id: message.id, author, opens: author === 'You' || before?.author !== author }
    rows.set(message.id, row)
    before = row
  }
  return rows
}

/** Bookkeeping of the engine that says nothing to a reader. */
const CHORES = new Set(['step-start', 'step-finish', 'snapshot'])

/**
 * Whether a part is shown. What the engine adds to a prompt for the model (file contents, reminders: `synthetic`) is not what the user
 * wrote; in an answer it is a passing remark of the engine and is shown.
 */
export function isShown(part: Part, role: Message['role']): boolean {
  if (CHORES.has(part.type)) return false
  if (part.type === 'reasoning') return part.text.trim() !== '' || part.time.end === undefined
  if (part.type !== 'text') return true
  return part.text.trim() !== '' && !(role === 'user' && part.synthetic)
}

/** Tools whose line names the files that they change. */
const NAMES_FILES = new Set(['edit', 'write', 'multiedit', 'apply_patch'])

/** The parts of a message that are shown. That files changed is said only where no call's own line says so, as after a command. */
export function shownParts(parts: readonly Part[], role: Message['role']): Part[] {
  const isSaid = parts.some((part) => part.type === 'tool' && NAMES_FILES.has(part.tool))
  return parts.filter((part) => isShown(part, role) && !(part.type === 'patch' && isSaid))
}

/** What a user message says in words, as it would be sent again. */
export function promptTextOf(parts: readonly Part[]): string {
  return parts
    .flatMap((part) => (part.type === 'text' && !part.synthetic ? [part.text] : []))
    .join('\n\n')
    .trim()
}
