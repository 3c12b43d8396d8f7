import { createMemo, type Accessor } from 'solid-js'
import { titleOfSession, titleOfTerminal } from '../../frame/entry-text.ts'
import type { RosterView } from '../../frame/roster-view.ts'
import { useShell } from '../../frame/shell-context.ts'
import { scoreMatch } from '../../ui/fuzzy.ts'

export interface Filtered {
  /** Ids of the groups in which something is left. */
  groups: Accessor<string[]>
  /** Keys of the sessions that are left of a group. */
  namesOf: (groupId: string) => readonly string[]
  /** Keys of terminals. */
  terminals: Accessor<string[]>
}

const sameIds = (before: readonly string[], after: readonly string[]) =>
  before.length === after.length && before.every((id, at) => id === after[at])

/** The roster as far as it matches what is typed. */
export function createFiltered(filter: Accessor<string>): Filtered {
  const { roster } = useShell()
  const left = createMemo(() => {
    const groups = roster.groups().map(({ id, names }) => [id, matching(roster, names, filter())] as const)
    return new Map(groups.filter(([, names]) => names.length > 0))
  })
  return {
    groups: createMemo(() => [...left().keys()], [], { equals: sameIds }),
    namesOf: (id) => left().get(id) ?? [],
    terminals: createMemo(() =>
      roster.terminals().filter((name) => {
        const entry = roster.terminal(name)
        return entry && isMatch(filter(), [titleOfTerminal(entry), entry.terminal.cwd])
      }),
    ),
  }
}

/** Those of these sessions whose title and folder match. Reactive. */
function matching(
  roster: Pick<RosterView, 'session' | 'folderName'>,
  names: readonly string[],
  filter: string,
): readonly string[] {
  if (filter.trim() === '') return names
  return names.filter((name) => {
    const entry = roster.session(name)
    return (
      entry && isMatch(filter, [titleOfSession(entry.session), roster.folderName(entry.session.directory)])
    )
  })
}

const isMatch = (filter: string, texts: readonly string[]) => scoreMatch(filter, texts.join(' ')) > 0
