/** Which rules "Allow always" writes, of those that the engine has for a request. Pure. */
import type { PermissionRequest } from '@kilocode/sdk/v2/client'

type Request = Pick<PermissionRequest, 'always' | 'metadata'>

/** More than a person would go through; the engine has one for each command of a line. */
const MOST = 50

export interface AlwaysOffer {
  /** Those that are shown. */
  rules: string[]
  /** Of them what the engine means by "always": chosen to begin with. */
  meant: string[]
  /** How many there are besides, which nobody sees. */
  more: number
}

/**
 * The patterns that can be allowed from now on: those that "always" stands for, then, where they can be picked, narrower ones that the engine knows besides.
 * None where it asks each time whatever was answered.
 */
export function alwaysOffer(request: Request, canPick: boolean): AlwaysOffer {
  const meant = meantBy(request)
  const known: unknown = canPick && !asksEachTime(request) && request.metadata['rules']
  const others = Array.isArray(known) ? known.filter((rule): rule is string => typeof rule === 'string') : []
  const all = [...new Set([...meant, ...others])]
  const rules = all.slice(0, MOST)
  return {
    rules,
    meant: rules.filter((rule) => meant.includes(rule)),
    more: all.length - rules.length,
  }
}

const asksEachTime = ({ metadata }: Request): boolean => metadata['disableAlways'] === true

/** What the engine writes by itself, whole: seen or not. */
const meantBy = (request: Request): string[] => (asksEachTime(request) ? [] : [...new Set(request.always)])

/** Whether "always" can be answered: where rules were offered and none is left it would be "once", and nobody allows what was not shown. */
export const canAlways = (
  { rules, more }: AlwaysOffer,
  chosen: readonly string[],
  canPick: boolean,
): boolean => (chosen.length > 0 || rules.length === 0) && (more === 0 || canPick)

export const toggled = (rules: readonly string[], rule: string): string[] =>
  rules.includes(rule) ? rules.filter((each) => each !== rule) : [...rules, rule]

/** Whether they are other ones than the engine would write by itself: then they have to be named. */
export function isPicked(request: Request, chosen: readonly string[]): boolean {
  const meant = meantBy(request)
  return meant.length !== chosen.length || meant.some((rule) => !chosen.includes(rule))
}
