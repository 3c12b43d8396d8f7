/**
 * PURE: the text of a file of settings without what may be a secret, and the same text with it again. What is hidden is hidden by whole values and
 * comments, byte by byte, so that what nobody touches comes back as it was. Behind an error nobody knows any more what stands where: there all values are.
 */
import { getNodeValue, parseTree, visit, type JSONPath, type ParseError } from 'jsonc-parser'
import { redact } from '@kilo-console/engine/secrets/redact'
import { plainReferences } from '../../shared/parse-settings.ts'
import { HttpProblem } from '../http/problem.ts'
import { refuseTooMuch } from './raw-bound.ts'
import {
  insideComment,
  isSecretComment,
  isReference,
  isSecretName,
  isTelling,
  type HoldsKnown,
  type Harmless,
  type Span,
} from './raw-spans.ts'
import { markOf } from './shown-path.ts'
import { shownValue } from './shown-value.ts'
import { tokensBehind } from './tokens-behind.ts'

interface Covered {
  text: string
  /** What stands behind each mark. */
  hidden: ReadonlyMap<string, string>
}

interface Known extends Harmless {
  isSecret: (path: JSONPath, value: unknown) => boolean
}

const MARK = /\{hidden:[\da-f]{12}\}/g

/** Throws 400 `config-refused` for one that is too intricate, or too much. */
export function coverSecrets(text: string, holdsKnown: HoldsKnown): Covered {
  refuseTooMuch(text)
  const hidden = new Map<string, string>()
  let covered = ''
  let at = 0
  for (const { from, to } of spansOf(text, holdsKnown)) {
    const raw = text.slice(from, to)
    const mark = markOf(raw)
    hidden.set(mark, raw)
    covered += text.slice(at, from) + mark
    at = to
  }
  return { text: covered + text.slice(at), hidden }
}

/** Throws 409 `hidden-value` for a mark that stands for nothing in that file. */
export function uncoverSecrets(text: string, hidden: Covered['hidden']): string {
  return text.replace(MARK, (mark) => {
    const raw = hidden.get(mark)
    if (raw !== undefined) return raw
    throw new HttpProblem(
      409,
      'hidden-value',
      `${mark} stands for nothing in this file any more: write what is meant. Nothing was saved.`,
    )
  })
}

function spansOf(text: string, holdsKnown: HoldsKnown): Span[] {
  try {
    const { plain, settings, brokenAt } = parsed(text)
    const isSecret = secretsIn(settings, holdsKnown)
    const isReferenceAt = (from: number, length: number) => isReference(text.slice(from, from + length))
    return [
      ...valuesBefore(plain, brokenAt, { isSecret, isReferenceAt, holdsKnown }),
      ...tokensBehind(plain, brokenAt, { isReferenceAt, holdsKnown }),
    ]
      .filter(({ from, to }) => from < to)
      .toSorted((a, b) => a.from - b.from)
  } catch {
    // Nested so deeply that no recursion reaches its end.
    throw new HttpProblem(400, 'config-refused', 'This file is too intricate to be shown here.')
  }
}

/** `plain`: of the same length, without references where JSON has none. */
export function parsed(text: string): { plain: string; settings: unknown; brokenAt: number } {
  const all = [text, plainReferences(text)].map((plain) => {
    const errors: ParseError[] = []
    const root = parseTree(plain, errors, { allowTrailingComma: true })
    const settings: unknown = root && getNodeValue(root)
    return { plain, settings, brokenAt: errors[0] ? startOfWord(plain, errors[0].offset) : text.length }
  })
  const [written, replaced = { plain: text, settings: undefined, brokenAt: 0 }] = all
  return written?.brokenAt === text.length ? written : replaced
}

/** A key without its first quote is a number and an error behind it, if it begins with digits. */
function startOfWord(text: string, end: number): number {
  let at = end
  while (at > 0 && /[^\s"{}[\],:]/.test(text.charAt(at - 1))) at -= 1
  return at
}

/** Whatever is not what it is without secrets is one: also what a later one of the same name stands for. */
function secretsIn(settings: unknown, holdsKnown: HoldsKnown) {
  const harmless = redact(settings, { hide: () => '\0', text: (text) => text })
  return (path: JSONPath, value: unknown): boolean => {
    if (valueAt(harmless, path) !== value) return true
    const names = path.filter((name) => typeof name === 'string')
    if ('secret' in shownValue(names, value)) return true
    return typeof value === 'string' && (isTelling(value) || holdsKnown(value))
  }
}

function valueAt(settings: unknown, path: JSONPath): unknown {
  let at = settings
  for (const name of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, name)) return undefined
    at = (at as Record<string | number, unknown>)[name]
  }
  return at
}

function valuesBefore(
  text: string,
  brokenAt: number,
  { isSecret, isReferenceAt, holdsKnown }: Known,
): Span[] {
  const spans: Span[] = []
  visit(
    text,
    {
      onObjectProperty(name, from, length) {
        if (from < brokenAt && isSecretName(name, holdsKnown)) spans.push(inside(from, length))
      },
      onLiteralValue(value: unknown, from, length, _line, _column, path) {
        if (from >= brokenAt || isReferenceAt(from, length) || !isSecret(path(), value)) return
        spans.push(typeof value === 'string' ? inside(from, length) : { from, to: from + length })
      },
      onComment(from, length) {
        if (from >= brokenAt || !isSecretComment(text.slice(from, from + length), holdsKnown)) return
        for (const line of insideComment(text, from, length)) spans.push(line)
      },
    },
    { allowTrailingComma: true },
  )
  return spans
}

const inside = (from: number, length: number): Span => ({ from: from + 1, to: from + length - 1 })
