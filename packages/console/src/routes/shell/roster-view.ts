import { createEffect, createMemo, createSignal, on, untrack, type Accessor } from 'solid-js'
import { rosterOf, type Roster, type SessionEntry, type TerminalEntry } from '../../store/roster.ts'
import type { ConsoleState } from '../../store/types.ts'
import { knownFolders } from '../../store/places.ts'
import { announce } from '../../ui/announce.tsx'
import { nameFolder, nameFolders } from '../../ui/folder-names.ts'
import { changesBetween, keyOf, lookAt, type Looks } from './attention.ts'

/**
 * The roster by keys, `<serverId>/<sessionId>` or `<serverId>/<ptyId>`: lists of keys change only when something comes, goes or moves, so
 * that a row lives on while its entry changes.
 */
export interface RosterView {
  needsYou: Accessor<string[]>
  working: Accessor<string[]>
  recent: Accessor<string[]>
  terminals: Accessor<string[]>
  session(key: string): SessionEntry | undefined
  terminal(key: string): TerminalEntry | undefined
  /** The short name of a folder, told from all others that are shown. */
  folderName(directory: string): string
  /** Entries come from more than one server, so that each has to name its own. */
  manyServers: Accessor<boolean>
  /** Its turn has ended since it was last looked at. */
  isFinished(key: string): boolean
}

const sameKeys = (before: readonly string[], after: readonly string[]) =>
  before.length === after.length && before.every((key, index) => key === after[index])

const terminalKey = ({ serverId, terminal }: TerminalEntry) => `${serverId}/${terminal.id}`

/** Builds the roster of the state, and says aloud what changes in it. `looking` is the key of the session on screen. */
export function createRosterView(state: ConsoleState, looking: Accessor<string | undefined>): RosterView {
  const roster = createMemo(() => rosterOf(state))
  const keys = (pick: (roster: Roster) => string[]) =>
    createMemo(() => pick(roster()), [], { equals: sameKeys })
  const sessions = createMemo(() => {
    const { needsYou, working, recent } = roster()
    return new Map([...needsYou, ...working, ...recent].map((entry) => [keyOf(entry), entry]))
  })
  const terminals = createMemo(() => new Map(roster().terminals.map((entry) => [terminalKey(entry), entry])))
  const finished = createFinished(roster, { looking, isSilent: () => state.daemonAction !== null })
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

/** The sessions that have ended their turn unseen. Announces every change on its way, unless `isSilent`. */
function createFinished(
  roster: Accessor<Roster>,
  { looking, isSilent }: { looking: Accessor<string | undefined>; isSilent: Accessor<boolean> },
): Accessor<ReadonlySet<string>> {
  const [finished, setFinished] = createSignal<ReadonlySet<string>>(new Set())
  createEffect<Looks>((before) => {
    const after = lookAt(roster())
    // Ending the daemon ends every turn at once: whoever has asked for it knows, and none of them is done.
    const changes = untrack(isSilent) ? [] : changesBetween(before, after)
    for (const { kind, text } of changes) announce(text, kind === 'needs-you' ? 'urgent' : 'polite')
    const done = changes.filter(({ kind }) => kind === 'done').map(({ key }) => key)
    const seen = untrack(looking)
    if (done.length > 0) setFinished((keys) => new Set([...keys, ...done.filter((key) => key !== seen)]))
    return after
  }, new Map())
  createEffect(
    on(looking, (seen) => {
      if (seen) setFinished((keys) => new Set([...keys].filter((key) => key !== seen)))
    }),
  )
  return finished
}
