/**
 * PURE: server-sent events out of bytes, in any chunking (WHATWG HTML, "Parsing an event stream"). Only `data` matters: the engine sends neither ids nor event
 * names.
 */

import { hostLimits } from '@kilo-console/engine/edge/limits'
import { grown } from '../../shared/growing-text.ts'

export type SseItem = { data: string } | { overflow: true }

export interface SseParser {
  push(chunk: Uint8Array): SseItem[]
}

/** An event larger than `maxEvent`, in UTF-16 units, is reported as `overflow`, and the stream goes on after it. */
export function makeSseParser(maxEvent: number = hostLimits.eventSize): SseParser {
  const decoder = new TextDecoder()
  let data: string[] = []
  let line = ''
  /** Lengths of the event and of its unfinished line, what overflow threw away included. */
  let eventSize = 0
  let lineSize = 0
  let afterCarriageReturn = false

  function grow(text: string): void {
    eventSize += text.length
    lineSize += text.length
    line = eventSize > maxEvent ? '' : grown(line, text)
  }

  function endLine(items: SseItem[]): void {
    if (lineSize === 0) endEvent(items)
    else if (eventSize > maxEvent) data = []
    else data.push(...dataOf(line))
    line = ''
    lineSize = 0
  }

  function endEvent(items: SseItem[]): void {
    if (eventSize > maxEvent) items.push({ overflow: true })
    else if (data.length > 0) items.push({ data: data.join('\n') })
    data = []
    eventSize = 0
  }

  return {
    push(chunk) {
      const text = decoder.decode(chunk, { stream: true })
      if (text === '') return []
      const items: SseItem[] = []
      const parts = (afterCarriageReturn && text.startsWith('\n') ? text.slice(1) : text).split(/\r\n|\r|\n/)
      afterCarriageReturn = text.endsWith('\r')
      parts.forEach((part, at) => {
        grow(part)
        if (at < parts.length - 1) endLine(items)
      })
      return items
    },
  }
}

/** A `data` field's value; nothing for comments and other fields. */
function dataOf(line: string): string[] {
  if (line === 'data') return ['']
  if (!line.startsWith('data:')) return []
  return [line.slice(line.startsWith('data: ') ? 6 : 5)]
}
