/** What nobody wants to choose: models and agents that are left out of pickers, in every browser. They go on to work where they are asked for. */

export interface Hidden {
  /** As `provider/model`, of whatever server. */
  models: string[]
  /** By name, of whatever server. */
  agents: string[]
}

export type HiddenKind = keyof Hidden

/** Body of `POST /api/hidden`, which answers the whole. */
export interface HiddenChange {
  kind: HiddenKind
  name: string
  hidden: boolean
}

export const NOTHING_HIDDEN: Hidden = { models: [], agents: [] }

export function changeHidden(before: Hidden, { kind, name, hidden }: HiddenChange): Hidden {
  const others = before[kind].filter((each) => each !== name)
  return { ...before, [kind]: hidden ? [...others, name] : others }
}
