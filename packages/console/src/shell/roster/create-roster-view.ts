import { DAEMON_ID } from '../../../shared/api.ts'
import { createEffect, createMemo, type Accessor } from 'solid-js'
import { rosterOf, type Roster, type SessionEntry, type TerminalEntry } from '../../store/roster.ts'
import type { RosterView, RowGroup } from '../../frame/roster-view.ts'
import { numberTerminals, type TerminalNumbers } from '../../frame/terminal-numbers.ts'
import { setTerminalNumbers } from '../../frame/terminal-titles.ts'
import type { ConsoleState } from '../../store/types.ts'
import { knownFolders } from '../../store/places.ts'
import { nameFolder, nameFolders } from '../../ui/folder-names.ts'
import { keyOf, keyOfEntry } from '../../store/session-key.ts'
import type { Change } from '../attention/roster-changes.ts'
import { createNow } from '../../ui/clock.ts'
import { grouping } from '../../ui/preferences.ts'
import { sameList } from '../../ui/same-list.ts'
import { groupRows } from './group-rows.ts'
import { projectOf } from './project-name.ts'
import { createFinished } from '../attention/create-finished.ts'

const terminalKey = ({ serverId, terminal }: TerminalEntry) => keyOf({ serverId, sessionId: terminal.id })

/**
 * Builds the roster of the state, and says aloud what changes in it. `looking` is the key of the session on screen; `onUnseen` hears what happens while the
 * page is not.
 */
export function createRosterView(
  state: ConsoleState,
  looking: Accessor<string | undefined>,
  onUnseen: (changes: readonly Change[]) => void,
): RosterView {
  const roster = createMemo(() => rosterOf(state))
  const keys = (pick: (roster: Roster) => string[]) =>
    createMemo(() => pick(roster()), [], { equals: sameList })
  const sessions = createMemo(() => {
    const { needsYou, working, recent } = roster()
    return new Map([...needsYou, ...working, ...recent].map((entry) => [keyOfEntry(entry), entry]))
  })
  const terminals = createMemo(() => new Map(roster().terminals.map((entry) => [terminalKey(entry), entry])))
  createNumbers(roster)
  const { finished, markRead } = createFinished({ state, roster, looking, onUnseen })
  const folderName = createFolderNames(state)
  const groups = createGroups(state, roster, folderName)
  return {
    groups,
    order: createMemo(() => groups().flatMap(({ names }) => names), [], { equals: sameList }),
    needsYou: keys(({ needsYou }) => needsYou.map(keyOfEntry)),
    working: keys(({ working }) => working.map(keyOfEntry)),
    recent: keys(({ recent }) => recent.map(keyOfEntry)),
    terminals: keys(({ terminals }) => terminals.map(terminalKey)),
    session: (key) => sessions().get(key),
    terminal: (key) => terminals().get(key),
    folderName,
    manyServers: createMemo(() =>
      [...sessions().values(), ...terminals().values()].some(({ serverId }) => serverId !== DAEMON_ID),
    ),
    isFinished: (key) => finished().has(key),
    markRead,
    isPinned(key) {
      const entry = sessions().get(key)
      return entry !== undefined && isPinned(state, entry)
    },
  }
}

function createNumbers(roster: Accessor<Roster>): void {
  const terminals = () => roster().terminals.map(({ terminal }) => terminal)
  const numbers = createMemo<TerminalNumbers>((before) => numberTerminals(before, terminals()), new Map())
  createEffect(() => setTerminalNumbers(numbers()))
}

function createFolderNames(state: ConsoleState): RosterView['folderName'] {
  const folders = createMemo(() => knownFolders(state).toSorted(), [], { equals: sameList })
  const names = createMemo(() => nameFolders(folders(), state.info?.home))
  return (directory) => names().get(directory) ?? nameFolder(directory, state.info?.home)
}

function createGroups(
  state: ConsoleState,
  roster: Accessor<Roster>,
  folderName: RosterView['folderName'],
): Accessor<RowGroup[]> {
  const minute = createNow(60_000)
  return createMemo(() =>
    groupRows(roster(), {
      by: grouping(),
      isPinned: (entry) => isPinned(state, entry),
      projectOf: (entry) => projectOf(state, entry, folderName),
      now: grouping() === 'day' ? minute() : 0,
    }),
  )
}

function isPinned({ servers }: ConsoleState, { serverId, session }: SessionEntry): boolean {
  return servers[serverId]?.pinned[session.id] === true
}
