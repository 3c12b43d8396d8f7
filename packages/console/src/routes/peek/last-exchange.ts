import type { Message, Part } from '@kilocode/sdk/v2/client'
import { promptTextOf } from '../../session/conversation/rows.ts'
import type { PendingPrompt, Transcript } from '../../store/types.ts'

export interface Exchange {
  /** The beginning of what was asked last; empty where nothing was. */
  prompt: string
  /** The end of what was answered to it; empty where nothing was yet. */
  answer: string
  /** A prompt that has not arrived, and why. */
  problem: PendingPrompt['problem']
}

/** UTF-16 units of what a card shows. */
const MOST = 600

/** What was said last, as far as it fits a card. Pure. */
export function lastExchangeOf(
  messages: readonly Message[],
  { parts, pending }: Pick<Transcript, 'parts' | 'pending'>,
): Exchange {
  const waiting = pending.at(-1)
  if (waiting) return { prompt: headOf(waiting.text), answer: '', problem: waiting.problem }
  const at = messages.findLastIndex(({ id, role }) => role === 'user' && promptTextOf(parts[id] ?? []) !== '')
  const answers = messages.slice(at + 1).filter(({ role }) => role === 'assistant')
  return {
    prompt: at < 0 ? '' : headOf(promptTextOf(parts[messages[at]?.id ?? ''] ?? [])),
    answer: tailOf(answers.flatMap(({ id }) => parts[id] ?? []).findLast(isSaid)?.text ?? ''),
    problem: undefined,
  }
}

const isSaid = (part: Part): part is Extract<Part, { type: 'text' }> =>
  part.type === 'text' && !part.synthetic && part.text.trim() !== ''

function headOf(text: string): string {
  const head = text.slice(0, MOST).trim()
  return text.length > MOST ? `${head}…` : head
}

/** From the beginning of a word on. */
function tailOf(text: string): string {
  const whole = text.trim()
  if (whole.length <= MOST) return whole
  return `…${whole.slice(-MOST).replace(/^\S*\s+/, '')}`
}
