import type { PermissionRequest } from '@kilocode/sdk/v2/client'
import type { PermissionRule, PermissionRules } from '../../../shared/permission-rules.ts'

/** A rule that goes on to ask, or to refuse. */
export interface Ruling {
  pattern: string
  action: string
}

type Rules = Record<string, string>

/**
 * What decides about this very call once "Allow always" is written to the global configuration: null where it is allowed then. The engine lays
 * the project's rules over the global ones, a pattern in both keeps the place that it has in the global ones, and the last that fits counts
 * (measured with 7.7.7). Until the engine reads its configuration anew, the answer itself counts. Pure.
 */
export function rulingAfterAlways(
  { permission, patterns, always }: Pick<PermissionRequest, 'permission' | 'patterns' | 'always'>,
  rules: readonly PermissionRules[],
): Ruling | null {
  const own = rules.find((each) => each.permission === permission)
  if (own?.project === undefined) return isAllowed(rulingForAll(rules))
  const written = { ...byPattern(own.global), ...Object.fromEntries(always.map((each) => [each, 'allow'])) }
  const all = typeof own.project === 'string' ? byPattern(own.project) : { ...written, ...own.project }
  const decisive = patterns.map((asked) => isAllowed(lastThatFits(all, asked)))
  return decisive.find((ruling) => ruling !== null) ?? null
}

/**
 * Whether "Allow always" opens the door to every call of its kind. Kinds are merged like patterns: one that the global configuration comes to have stands
 * before the project's rule for all, which then has the last word (measured with 7.7.7). Pure.
 */
export function opensAll(
  { permission }: Pick<PermissionRequest, 'permission'>,
  rules: readonly PermissionRules[],
): boolean {
  const own = rules.find((each) => each.permission === permission)
  const all = rules.find((each) => each.permission === '*')
  const isNew = own?.global === undefined && all?.global === undefined
  return isNew && own?.project !== undefined && byPattern(all?.project)['*'] === 'allow'
}

const isAllowed = (ruling: Ruling | null): Ruling | null => (ruling?.action === 'allow' ? null : ruling)

/** A project's rule for every kind of call is laid behind the global ones and so is stronger, unless they have one too: that keeps its place. */
function rulingForAll(rules: readonly PermissionRules[]): Ruling | null {
  const all = rules.find((each) => each.permission === '*')
  return all?.global === undefined && typeof all?.project === 'string'
    ? { pattern: '*', action: all.project }
    : null
}

const byPattern = (rule: PermissionRule | undefined): Rules =>
  typeof rule === 'string' ? { '*': rule } : { ...rule }

function lastThatFits(rules: Rules, asked: string): Ruling | null {
  const last = Object.entries(rules).findLast(([pattern]) => fits(pattern, asked))
  return last ? { pattern: last[0], action: last[1] } : null
}

/** `*` is anything, `?` one character; `ls *` is `ls` alone too. */
export function fits(pattern: string, asked: string): boolean {
  const source = pattern
    .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.')
    .replace(/ \.\*$/, '( .*)?')
  return new RegExp(`^${source}$`, 's').test(asked)
}
