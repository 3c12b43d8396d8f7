import type { answers } from '@kilo-console/engine/edge/answers'
import { rawPages, rawSession } from '../../sdk/whole-session.ts'
import { isTakenBack } from '../../store/taken-back.ts'
import { JSON_BETWEEN, jsonHead, jsonOf, jsonTail } from './session-json.ts'
import { markdownHead, markdownOf } from './session-markdown.ts'

export type ExportFormat = 'json' | 'markdown'

export interface ExportPlace {
  serverId: string
  sessionId: string
  directory: string
}

/** A file that a browser should hold. Bytes. */
const MOST = 1024 ** 3

class TooLarge extends Error {
  constructor() {
    super('This session is larger than 1 GB. In a shell, kilo export writes it.')
  }
}

/**
 * The session as a file. Pages come newest first and go into pieces that the browser keeps, on disk where they are many; a page is all that is in memory
 * at a time.
 */
export async function exportSession(
  place: ExportPlace,
  format: ExportFormat,
  onProgress: (messages: number) => void,
): Promise<Blob> {
  const info = await rawSession(place)
  const checks = (await import('@kilo-console/engine/edge/answers')).answers
  const write = format === 'json' ? jsonWriter : markdownWriter(checks, info)
  const pieces: Blob[] = []
  let [size, count] = [0, 0]
  for await (const { messages } of rawPages(place)) {
    const piece = new Blob([messages.map(write.message).filter(Boolean).join(write.between)])
    size += piece.size
    count += messages.length
    if (size > MOST) throw new TooLarge()
    if (piece.size > 0) pieces.unshift(piece)
    onProgress(count)
  }
  const type = format === 'json' ? 'application/json' : 'text/markdown'
  const between = pieces.flatMap((piece, index) => (index === 0 ? [piece] : [write.between, piece]))
  return new Blob([write.head(info, pieces.length > 0), ...between, write.tail(pieces.length > 0)], { type })
}

interface Writer {
  head(info: unknown, any: boolean): string
  message(this: void, message: unknown): string
  between: string
  tail(any: boolean): string
}

const jsonWriter: Writer = {
  head: (info, any) => jsonHead(info) + (any ? '\n' : ''),
  message: jsonOf,
  between: JSON_BETWEEN,
  tail: jsonTail,
}

/** For people: without what was taken back. */
function markdownWriter(checks: typeof answers, info: unknown): Writer {
  const session = checks.session(info, () => undefined)
  return {
    head: () => markdownHead(session),
    message(message) {
      try {
        const checked = checks.message(message, () => undefined)
        return isTakenBack(checked.info, session.revert) ? '' : markdownOf(checked)
      } catch {
        return '\n*A message that could not be read.*\n'
      }
    },
    between: '',
    tail: () => '',
  }
}
