/** A session as Markdown, for people to read and keep. Pure. */
import type { Session, ToolPart } from '@kilocode/sdk/v2/client'
import type { MessageWithParts } from '@kilo-console/engine/edge/answers'
import { escapeInvisible } from '../../ui/escape-invisible.ts'
import { fenced, plainWords } from './fence.ts'

type PartOf = MessageWithParts['parts'][number]

/** Names, in a line. */
const words = (text: string): string => plainWords(escapeInvisible(text))

const exactTime = (at: number) => new Date(at).toISOString().replace(/\.\d+Z$/, 'Z')

export function markdownHead({
  title,
  directory,
  time,
}: Pick<Session, 'title' | 'directory' | 'time'>): string {
  return [
    `# ${words(title) || 'Session'}`,
    '',
    `${words(directory)}, begun ${exactTime(time.created)}, last changed ${exactTime(time.updated)}`,
    '',
  ].join('\n')
}

/** Empty for a message that says nothing. */
export function markdownOf({ info, parts }: MessageWithParts): string {
  const pieces = parts.flatMap((part) => pieceOf(part, info.role))
  if (info.role === 'assistant' && info.error) pieces.push(errorOf(info.error))
  if (pieces.length === 0) return ''
  const who = info.role === 'user' ? 'You' : 'Kilo'
  const model = info.role === 'assistant' ? ` (${words(info.modelID)})` : ''
  return [`\n## ${who}${model}, ${exactTime(info.time.created)}`, ...pieces, ''].join('\n\n').trimEnd() + '\n'
}

function pieceOf(part: PartOf, role: 'user' | 'assistant'): string[] {
  switch (part.type) {
    case 'text':
      return part.text.trim() === '' || (role === 'user' && part.synthetic) ? [] : [part.text.trim()]
    case 'reasoning':
      return part.text.trim() === '' ? [] : [part.text.trim().replace(/^/gm, '> ')]
    case 'file':
      return [`*Attached: ${words(part.filename ?? part.mime)} (${words(part.mime)})*`]
    case 'tool':
      return [toolOf(part)]
    case 'compaction':
      return ['*The context was shortened to a summary.*']
    default:
      return []
  }
}

/** What it was asked for, with what is invisible spelt out, and what came of it, as it was. */
function toolOf({ tool, state }: ToolPart): string {
  const title = 'title' in state && state.title ? `: ${words(state.title)}` : ''
  const outcome =
    state.status === 'completed' ? state.output : state.status === 'error' ? state.error : `(${state.status})`
  const input = fenced(escapeInvisible(JSON.stringify(state.input, null, 2)), 'json')
  const pieces = [`**${words(tool)}**${title}`, input]
  return (outcome.trim() === '' ? pieces : [...pieces, fenced(outcome)]).join('\n\n')
}

function errorOf({ name, data }: { name: string; data?: unknown }): string {
  const message = typeof data === 'object' && data && 'message' in data ? String(data.message) : name
  return `**Error**: ${words(message)}`
}
