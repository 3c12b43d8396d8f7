import { createMemo, createResource, createSignal, untrack, type Accessor } from 'solid-js'
import type { Problem } from '../../../shared/api.ts'
import { host } from '../../sdk/host.ts'
import { toProblem } from '../../sdk/problem.ts'
import { useConsole } from '../../store/context.ts'
import type { Permission } from '../../store/types.ts'
import { settled } from '../../ui/settled.ts'
import { opensAll, rulingAfterAlways, type Ruling } from './always-outcome.ts'
import { alwaysOffer, canAlways, isPicked, toggled, type AlwaysOffer } from './always-rules.ts'

export interface Always {
  offer: Accessor<AlwaysOffer>
  /** Whether it is written to the global configuration; else the engine remembers it for the folder, until it ends. */
  isGlobal: () => boolean
  /** Whether a person picks among the rules. */
  isChoice: () => boolean
  /** Those of the rules offered that would be written. */
  rules: Accessor<readonly string[]>
  toggle: (rule: string) => void
  /** What becomes of it under the rules in force: every call of its kind is allowed, or one of the project's is stronger. */
  outcome: () => 'opens all' | Ruling | undefined
  /** Why the rules in force are not known. */
  problem: () => Problem | undefined
  retry: () => void
  /** Whether those rules are still on their way. */
  reading: () => boolean
  /** Whether it can be answered: not before it is known how far it reaches. */
  can: () => boolean
  /** The rules that have to be named with the answer; undefined: it says it all. */
  named: () => readonly string[] | undefined
}

export interface AlwaysSource {
  serverId: string
  request: Permission
  /** Of the session that asks. */
  directory: string
  /** Whether "always" is offered at all: else nothing is read. */
  isOffered: boolean
}

/** What "Allow always" would write for one request, and how far that reaches. */
export function createAlways(source: AlwaysSource): Always {
  const { can } = useConsole()
  const canPick = () => can(source.serverId, 'always-rules')
  const offer = createMemo(() => alwaysOffer(source.request, canPick()))
  const [rules, setRules] = createSignal<readonly string[]>(untrack(offer).meant)
  const needsRules = () => source.isOffered && offer().rules.length > 0 && can(source.serverId, 'rules')
  // Once for a request: what is picked changes what becomes of it, not what is in force.
  const [inForce, { refetch }] = createResource(
    () => (needsRules() ? source.directory : undefined),
    (directory) => host.permissionRules(source.serverId, directory),
  )
  const outcome = () => {
    const found = settled(inForce)
    if (!found || rules().length === 0) return undefined
    if (opensAll(source.request, found)) return 'opens all'
    return rulingAfterAlways({ ...source.request, always: [...rules()] }, found) ?? undefined
  }
  return {
    offer,
    isGlobal: () => can(source.serverId, 'global-always'),
    isChoice: () => canPick() && (offer().rules.length > 1 || offer().meant.length < offer().rules.length),
    rules,
    toggle: (rule) => setRules((now) => toggled(now, rule)),
    outcome,
    problem: () => (inForce.error === undefined ? undefined : toProblem(inForce.error)),
    retry: () => void refetch(),
    reading: () => needsRules() && inForce.state === 'pending',
    can: () => canAlways(offer(), rules(), canPick()) && (!needsRules() || settled(inForce) !== undefined),
    named: () => (isPicked(source.request, rules()) ? rules() : undefined),
  }
}
