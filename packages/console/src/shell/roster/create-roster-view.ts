import { createEffect, createMemo, type Accessor } from 'solid-js'
import { rosterOf, type Roster, type TerminalEntry } from '../../store/roster.ts'
import type { RosterView } from '../../frame/roster-view.ts'
import { numberTerminals, type TerminalNumbers } from '../../frame/terminal-numbers.ts'
import { setTerminalNumbers } from '../../frame/terminal-titles.ts'
import type { ConsoleState } from '../../store/types.ts'
import { knownFolders } from '../../store/places.ts'
import { nameFolder, nameFolders } from '../../ui/folder-names.ts'
import { keyOf, type Change } from '../attention/roster-changes.ts'
import { createFinished } from '../attention/create-finished.ts'

const sameKeys = (before: readonly string[], after: readonly string[]) =>
  before.length === after.length && before.every((key, index) => key === after[index])

const terminalKey = ({ serverId, terminal }: TerminalEntry) => `${serverId}/${terminal.id}`

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
    createMemo(() => pick(roster()), [], { equals: sameKeys })
  const sessions = createMemo(() => {
    const { needsYou, working, recent } = roster()
    return new Map([...needsYou, ...working, ...recent].map((entry) => [keyOf(entry), entry]))
  })
  const terminals = createMemo(() => new Map(roster().terminals.map((entry) => [terminalKey(entry), entry])))
  const numbers = createMemo<TerminalNumbers>(
    (before) =>
      numberTerminals(
        before,
        roster().terminals.map(({ terminal }) => terminal),
      ),
    new Map(),
  )
  createEffect(() => setTerminalNumbers(numbers()))
  const finished = createFinished({ state, roster, looking, onUnseen })
  const folders = createMemo(() => knownFolders(state).toSorted(), [], { equals: sameKeys })
  const folderNames = createMemo(() => nameFolders(folders(), state.info?.home))
  return {
    needsYou: keys(({ needsYou }) => needsYou.map(keyOf)),
    working: keys(({ working }) => working.map(keyOf)),
    recent: keys(({ recent }) => recent.map(keyOf)),
    terminals: keys(({ terminals }) => terminals.map(terminalKey)),
    session: (key) => sessions().get(key),
    terminal: (key) => terminals().get(key),
    folderName: (directory) => folderNames().get(directory) ?? nameFolder(directory, state.info?.home),
    manyServers: createMemo(
      () =>
        new Set([...sessions().values(), ...terminals().values()].map(({ serverId }) => serverId)).size > 1,
    ),
    isFinished: (key) => finished().has(key),
  }
}
