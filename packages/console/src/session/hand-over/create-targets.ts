import { createMemo, type Accessor } from 'solid-js'
import { nameServer, titleOfSession } from '../../frame/entry-text.ts'
import { useShell } from '../../frame/shell-context.ts'
import { useConsole } from '../../store/context.ts'
import { placesOf } from '../../store/places.ts'
import { useSession } from '../session-view.ts'
import { targetsOf, type KnownSession, type TargetOption } from './targets.ts'

/** Every place where the session on screen can go on. */
export function createTargets(): Accessor<TargetOption[]> {
  const { state } = useConsole()
  const { roster } = useShell()
  const view = useSession()
  const sessions = (): KnownSession[] =>
    [...roster.needsYou(), ...roster.working(), ...roster.recent()].flatMap((key) => {
      const entry = roster.session(key)
      if (!entry?.reachable) return []
      const { id, directory } = entry.session
      return [{ serverId: entry.serverId, sessionId: id, directory, title: titleOfSession(entry.session) }]
    })
  const server = (id: string) => state.servers[id]?.info
  return createMemo(() =>
    targetsOf({
      here: { ...view.ref, directory: view.directory() },
      places: placesOf(state),
      sessions: sessions(),
      nameFolder: (directory) => roster.folderName(directory),
      nameServer(id) {
        const info = server(id)
        return info ? nameServer(info) : id
      },
    }),
  )
}
