import { createEffect, createMemo, createSignal, type Accessor } from 'solid-js'
import { titleOfSession, titleOfTerminal } from '../../frame/entry-text.ts'
import type { RosterView } from '../../frame/roster-view.ts'
import { scoreTexts } from '../../ui/fuzzy.ts'
import { sameList } from '../../ui/same-list.ts'
import { holdOrder } from '../attention/roster-changes.ts'

/** The group of the terminals, among the ids of the roster's groups. */
export const TERMINALS = 'terminals'

export interface ShownRows {
  /** Ids of the groups of sessions in which something is left. */
  groups: Accessor<string[]>
  /** Keys of the rows of a group as they stand. */
  namesOf: (groupId: string) => readonly string[]
  /** Keys of all sessions that are shown, from the first to the last. */
  order: Accessor<readonly string[]>
  /** The group that the pointer is in: its order holds still. */
  hold: (groupId: string | undefined) => void
}

type Source = Pick<RosterView, 'groups' | 'terminals' | 'session' | 'terminal' | 'folderName'>
type Groups = ReadonlyMap<string, readonly string[]>

/** The roster as far as it matches what is typed, in the order in which it is shown. Belongs to the calling owner. */
export function createShownRows(roster: Source, filter: Accessor<string>): ShownRows {
  const [held, hold] = createSignal<string>()
  const left = createMemo<Groups>(() => {
    const sessions = roster
      .groups()
      .map(({ id, names }) => [id, sessionsLeft(roster, names, filter())] as const)
    const terminals = roster.terminals().filter((name) => isTerminalLeft(roster, name, filter()))
    return new Map([...sessions, [TERMINALS, terminals] as const].filter(([, names]) => names.length > 0))
  })
  createEffect(() => {
    // No pointer leaves what is gone.
    const still = held()
    if (still !== undefined && !left().has(still)) hold(undefined)
  })
  const shown = createMemo<Groups>((before) => {
    const still = held()
    const names = still === undefined ? undefined : left().get(still)
    if (still === undefined || !names) return left()
    return new Map(left()).set(still, holdOrder(before.get(still) ?? [], names))
  }, new Map())
  const groups = createMemo(() => [...left().keys()].filter((id) => id !== TERMINALS), [], {
    equals: sameList,
  })
  const namesOf = (id: string) => shown().get(id) ?? []
  return {
    groups,
    namesOf,
    order: createMemo(() => groups().flatMap(namesOf), [], { equals: sameList }),
    hold,
  }
}

function sessionsLeft(roster: Source, names: readonly string[], filter: string): readonly string[] {
  if (filter.trim() === '') return names
  return names.filter((name) => {
    const entry = roster.session(name)
    return (
      entry && isMatch(filter, [titleOfSession(entry.session), roster.folderName(entry.session.directory)])
    )
  })
}

function isTerminalLeft(roster: Source, name: string, filter: string): boolean {
  const entry = roster.terminal(name)
  return entry !== undefined && isMatch(filter, [titleOfTerminal(entry), entry.terminal.cwd])
}

// Titles alone may be abbreviated: every path has some abbreviation of everything.
const isMatch = (filter: string, texts: readonly string[]) => scoreTexts(filter, texts, 1) > 0
