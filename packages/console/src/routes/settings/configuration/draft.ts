/** PURE: what somebody writes or chooses, as the value of a setting. */
import type { ShownValue } from '../../../../shared/configuration.ts'
import type { Kind } from './catalogue.ts'
import { writeValue } from './rows.ts'

export type Read = { value: string | number | boolean } | { problem: string }

const MOST_TEXT = 10_000

export function readDraft(kind: Kind, text: string): Read {
  switch (kind.type) {
    case 'oneOf': {
      const value = kind.values.find((one) => String(one) === text)
      return value === undefined ? { problem: `One of: ${kind.values.join(', ')}.` } : { value }
    }
    case 'number':
      return readNumber(kind, text.trim())
    case 'text': {
      const value = text.trim()
      if (value === '') return { problem: 'Write something, or reset it.' }
      if (value.length > MOST_TEXT) return { problem: 'This is too long.' }
      return { value }
    }
  }
}

function readNumber({ least, most, whole }: Extract<Kind, { type: 'number' }>, text: string): Read {
  const value = /^-?\d{1,15}(\.\d{1,10})?$/.test(text) ? Number(text) : Number.NaN
  const isFit = value >= least && value <= most && (!whole || Number.isInteger(value))
  return isFit ? { value } : { problem: `A ${whole ? 'whole ' : ''}number from ${least} to ${most}.` }
}

/** What a file said before a change, as a draft of it; `text` absent: nothing. */
export interface Former {
  text?: string
}

/** A change that was saved. */
export interface Saved {
  former: Former
  /** What the file said of it after that; absent: nothing. */
  after?: ShownValue | undefined
}

/** It is taken back only while the file says what it said then: else that would write over a newer change. */
export function undoOf(saved: Saved | undefined, now: ShownValue | undefined): Former | undefined {
  return saved && JSON.stringify(saved.after) === JSON.stringify(now) ? saved.former : undefined
}

/** Undefined: it is not shown as a whole, so it can't be written again. */
export function formerOf(shown: ShownValue | undefined): Former | undefined {
  if (!shown) return {}
  const text = writeValue(shown)
  const isWhole = !('secret' in shown) && typeof shown.value !== 'object' && !text.includes('…')
  return isWhole ? { text } : undefined
}
