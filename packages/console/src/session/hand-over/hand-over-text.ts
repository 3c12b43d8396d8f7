/** What another session has to know to go on: to be read, and changed, by a person before it is sent. Pure. */
import type { Message, Part, SnapshotFileDiff, Todo } from '@kilocode/sdk/v2/client'
import { changedName } from '../changed-name.ts'
import { promptTextOf } from '../conversation/rows.ts'
import { planFileOf } from './plan-file.ts'

export interface HandOver {
  title: string
  directory: string
  messages: readonly Message[]
  partsOf: (messageId: string) => readonly Part[]
  diffs: readonly SnapshotFileDiff[]
  todos: readonly Todo[]
}

/** Of each piece of what was said. UTF-16 units. */
const MOST_UNITS = 6000
const MOST_FILES = 100

export function handOverText(from: HandOver): string {
  const sections = [
    `This goes on from the session “${from.title}” in ${from.directory}. What it knew, in short:`,
    ...saidIn(from),
    planIn(from),
    filesIn(from),
    todosIn(from),
  ]
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`
}

/** Its own summary, where it was compacted; else what was last asked and answered. */
function saidIn({ messages, partsOf }: HandOver): string[] {
  const textOf = (message: Message | undefined) =>
    message
      ? cut(message.role === 'user' ? promptTextOf(partsOf(message.id)) : answerOf(partsOf(message.id)))
      : ''
  const summary = messages.findLastIndex(
    (message) => message.role === 'assistant' && message.summary === true,
  )
  const since = messages.slice(summary + 1).filter(({ id }) => !isCompaction(partsOf(id)))
  const asked = since.findLast((message) => message.role === 'user')
  const answered = since.findLast(
    (message) => message.role === 'assistant' && message.id > (asked?.id ?? '') && textOf(message) !== '',
  )
  return [
    titled('Summary', textOf(messages[summary])),
    titled('Last request', textOf(asked)),
    titled('Last answer', textOf(answered)),
  ]
}

const titled = (title: string, text: string): string => (text === '' ? '' : `## ${title}\n\n${text}`)

const isCompaction = (parts: readonly Part[]) => parts.some(({ type }) => type === 'compaction')

const answerOf = (parts: readonly Part[]): string =>
  parts
    .flatMap((part) => (part.type === 'text' ? [part.text] : []))
    .join('\n\n')
    .trim()

const cut = (text: string): string => (text.length > MOST_UNITS ? `${text.slice(0, MOST_UNITS)} …` : text)

function planIn({ messages, partsOf }: HandOver): string {
  const file = planFileOf(messages.flatMap(({ id }) => partsOf(id)))
  return file === undefined ? '' : `## Plan\n\nIt is in ${file}: read it first.`
}

function filesIn({ diffs }: HandOver): string {
  if (diffs.length === 0) return ''
  const lines = diffs
    .slice(0, MOST_FILES)
    .map((diff) => `- ${changedName(diff)} (+${diff.additions} −${diff.deletions})`)
  if (diffs.length > MOST_FILES) lines.push(`- and ${diffs.length - MOST_FILES} more`)
  return titled('Changed files', lines.join('\n'))
}

function todosIn({ todos }: HandOver): string {
  const open = todos.filter(({ status }) => status !== 'completed' && status !== 'cancelled')
  return open.length === 0
    ? ''
    : titled('Still to do', open.map(({ content }) => `- [ ] ${content}`).join('\n'))
}
