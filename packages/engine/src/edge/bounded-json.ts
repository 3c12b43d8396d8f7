/**
 * JSON of somebody else. Its depth and the number of its values are counted before it is parsed: four megabytes of `[[],[],…` are a hundred of
 * memory, and `JSON.stringify` throws on what is nested deeply enough.
 */
import { jsonLimits } from './limits.ts'

const QUOTE = 34
const COMMA = 44
const OPEN_LIST = 91
const BACKSLASH = 92
const CLOSE_LIST = 93
const OPEN_OBJECT = 123
const CLOSE_OBJECT = 125

/** A key of this name, however it is written: assigned to an object, its value becomes the prototype. */
const MAY_HOLD_PROTO = /__proto__|\\u00[5-7]/i

/** Throws for what is no JSON, nested too deeply or of too many values. Keys called `__proto__` are left out. */
export function parseBounded(text: string, mostValues: number): unknown {
  if (!isWithin(text, mostValues)) throw new Error('the answer is too intricate')
  return MAY_HOLD_PROTO.test(text) ? withoutProto(text) : JSON.parse(text)
}

/** The same as text that somebody else parses. What is no JSON is given back as it is. */
export function boundedJson(text: string, mostValues: number): string {
  if (!isWithin(text, mostValues)) throw new Error('the answer is too intricate')
  if (!MAY_HOLD_PROTO.test(text)) return text
  try {
    return JSON.stringify(withoutProto(text))
  } catch {
    return text
  }
}

function withoutProto(text: string): unknown {
  return JSON.parse(text, (key, value: unknown) => (key === '__proto__' ? undefined : value))
}

function isWithin(text: string, mostValues: number): boolean {
  let depth = 0
  let values = 0
  let at = 0
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) at = endOfString(text, at)
    else if (code === COMMA) values += 1
    else if (code === OPEN_LIST || code === OPEN_OBJECT) {
      values += 1
      depth += 1
      if (depth > jsonLimits.depth) return false
    } else if (code === CLOSE_LIST || code === CLOSE_OBJECT) depth -= 1
    at += 1
  }
  return values <= mostValues
}

/** The place of the quote that ends the string which begins at `start`. */
function endOfString(text: string, start: number): number {
  let at = start + 1
  while (at < text.length && text.charCodeAt(at) !== QUOTE) at += text.charCodeAt(at) === BACKSLASH ? 2 : 1
  return at
}
