import type { Part } from '@kilocode/sdk/v2/client'
import { oneLine } from '../../frame/entry-text.ts'
import { escapeInvisible } from '../../ui/escape-invisible.ts'
import { formatPlural } from '../../ui/format.ts'
import { promptExtrasOf, promptTextOf } from './rows.ts'

/** A prompt in a line; undefined where nobody asked anything: the engine writes into user messages as well, when it shortens the context. Pure. */
export function promptTitle(parts: readonly Part[]): string | undefined {
  const text = escapeInvisible(oneLine(promptTextOf(parts)))
  if (text !== '') return text
  const subtask = parts.find((part) => part.type === 'subtask')
  if (subtask) return escapeInvisible(oneLine(`Subagent ${subtask.agent}: ${subtask.description}`))
  const attached = promptExtrasOf(parts).length
  return attached > 0 ? formatPlural(attached, 'attachment') : undefined
}
