/**
 * Long texts in what the page is sent of a conversation: nobody reads a megabyte, and to move and keep it costs everyone who opens the session. What
 * is cut says so, and is there for whoever asks. Pure.
 */
import type { Message, Part } from '@kilocode/sdk/v2/client'
import type { MessageWithParts } from '@kilo-console/engine/edge/answers'

/** UTF-16 units of one text that are sent unasked: many screens. */
export const MOST_OF_TEXT = 64 * 1024

/** A part of which something is left out: how many units its longest text has. */
export type Cut<P> = P & { cut?: number }

interface Found {
  units: number
}

/** At the end of a line where there is one near, and never within a letter of two units. */
function headOf(text: string): string {
  const newline = text.lastIndexOf('\n', MOST_OF_TEXT)
  if (newline > MOST_OF_TEXT / 2) return text.slice(0, newline + 1)
  return text.slice(0, MOST_OF_TEXT).replace(/[\uD800-\uDBFF]$/, '')
}

function shortened(value: unknown, found: Found): unknown {
  if (typeof value === 'string') {
    if (value.length <= MOST_OF_TEXT) return value
    found.units = Math.max(found.units, value.length)
    return headOf(value)
  }
  if (Array.isArray(value)) return value.map((each) => shortened(each, found))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, key === 'attachments' ? each : shortened(each, found)]),
  )
}

/**
 * Whether it may be cut at all. A picture may not: half of one is none. Nor a call that has not ended: somebody may be asked whether it may run, and
 * has to see all of it.
 */
function mayBeCut(part: Part): boolean {
  if (part.type === 'tool') return part.state.status === 'completed' || part.state.status === 'error'
  return part.type !== 'file'
}

export function cutPart(part: Part): Cut<Part> {
  if (!mayBeCut(part)) return part
  const found: Found = { units: 0 }
  const short = shortened(part, found) as Cut<Part>
  return found.units === 0 ? part : { ...short, cut: found.units }
}

/** The list of changes stands in the review; here their number is enough. */
function withoutPatches(info: Message): Message {
  if (info.role !== 'user' || !info.summary) return info
  const diffs = info.summary.diffs.map((diff) => {
    const { patch, ...facts } = diff
    return patch === undefined ? diff : facts
  })
  return { ...info, summary: { ...info.summary, diffs } }
}

/** What the user wrote stays whole: it is copied, edited and sent again. */
const isOwnWords = (part: Part, { role }: Message): boolean =>
  role === 'user' && part.type === 'text' && !part.synthetic

export const cutMessage = ({ info, parts }: MessageWithParts): MessageWithParts => ({
  info: withoutPatches(info),
  parts: parts.map((part) => (isOwnWords(part, info) ? part : cutPart(part))),
})
