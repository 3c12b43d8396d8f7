import type { Part } from '@kilocode/sdk/v2/client'

/** Where the engine has its agents write plans. */
const PLAN = /(?:^|[/\\])\.kilo[/\\]plans[/\\][^/\\\n]+\.md$/

/** The plan that a session wrote last, by the calls that name it: undefined where there is none. Pure. */
export function planFileOf(parts: readonly Part[]): string | undefined {
  const named = parts.flatMap((part) => {
    if (part.type !== 'tool') return []
    const { state } = part
    const metadata = 'metadata' in state ? (state.metadata ?? {}) : {}
    return [...Object.values(state.input), ...Object.values(metadata)]
  })
  return named.findLast((value): value is string => typeof value === 'string' && PLAN.test(value))
}
