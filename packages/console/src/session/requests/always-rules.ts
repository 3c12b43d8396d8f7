/** Which rules "Allow always" writes, of those that the engine offers with a request. Pure. */
import type { PermissionRequest } from '@kilocode/sdk/v2/client'

type Offer = Pick<PermissionRequest, 'always' | 'metadata'>

/** More than a person would go through; the engine offers one for each command of a line. */
const MOST = 50

/**
 * The patterns that can be allowed from now on: those that "always" stands for, then narrower ones that the engine knows besides. None where it asks
 * each time whatever was answered.
 */
export function rulesOffered({ always, metadata }: Offer): string[] {
  if (metadata['disableAlways'] === true) return []
  const more: unknown = metadata['rules']
  const others = Array.isArray(more) ? more.filter((rule): rule is string => typeof rule === 'string') : []
  return [...new Set([...always, ...others])].slice(0, MOST)
}

/** What is chosen to begin with: what the engine means by "always". */
export const rulesMeant = (request: Offer): string[] =>
  rulesOffered(request).filter((rule) => request.always.includes(rule))

export const toggled = (rules: readonly string[], rule: string): string[] =>
  rules.includes(rule) ? rules.filter((each) => each !== rule) : [...rules, rule]

/** Whether they are other ones than the engine would write by itself. */
export function isPicked(request: Offer, chosen: readonly string[]): boolean {
  const meant = rulesMeant(request)
  return meant.length !== chosen.length || meant.some((rule) => !chosen.includes(rule))
}
