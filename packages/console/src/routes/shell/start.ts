import { useNavigate } from '@solidjs/router'
import { createMemo, createSignal, type Accessor } from 'solid-js'
import type { Place } from '../../store/actions/sessions.ts'
import type { Console } from '../../store/context.ts'
import { chosenFolder } from '../../store/folder-choice.ts'
import { links } from '../../store/links.ts'
import { placesOf } from '../../store/places.ts'
import { showToast } from '../../ui/toast.ts'
import { reportFailure } from './report.ts'

export type Startable = 'session' | 'terminal'

type Choosing = Startable | 'folder' | null

export interface Start {
  /** What a place is being chosen for, `folder`: all that is started from now on; null: nothing. */
  choosing: Accessor<Choosing>
  choose(what: Choosing): void
  /** Where it is started: as chosen for this tab, else where the newest session is, else at home. */
  folder: Accessor<Place | undefined>
  /** Starts it in the folder. */
  start(what: Startable): void
  /** Starts it there and goes to it. A failure is shown with a retry. */
  startIn(what: Startable, place: Place): Promise<void>
}

/** The first server on which something can be started. */
export function readyServer({ order, servers }: Console['state']): string | undefined {
  return order.find((id) => servers[id]?.info.health === 'healthy')
}

function usualFolder(state: Console['state']): Place | undefined {
  const [last] = placesOf(state)
  if (last) return { serverId: last.serverId, directory: last.directory }
  const [serverId, home] = [readyServer(state), state.info?.home]
  return serverId !== undefined && home !== undefined ? { serverId, directory: home } : undefined
}

export function createStart(console: Console): Start {
  const navigate = useNavigate()
  const [choosing, choose] = createSignal<Choosing>(null)
  const { state } = console

  const folder = createMemo(() => chosenFolder() ?? usualFolder(state))

  async function startIn(what: Startable, place: Place): Promise<void> {
    try {
      if (what === 'session') {
        const session = await console.sessions.create(place)
        navigate(links.session(place.serverId, session.id))
      } else {
        const terminal = await console.terminals.create(place)
        navigate(links.terminal(place.serverId, terminal.id))
      }
    } catch (error) {
      reportFailure(`The ${what} could not be started`, error, () => void startIn(what, place))
    }
  }

  function start(what: Startable): void {
    const place = folder()
    if (state.servers[place?.serverId ?? '']?.info.health === 'healthy' && place) void startIn(what, place)
    else
      showToast({
        tone: 'info',
        title: 'No server is running',
        hint: 'Start the daemon first, under Servers.',
      })
  }

  return { choosing, choose: (what) => void choose(what), folder, start, startIn }
}
