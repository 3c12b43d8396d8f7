import { useNavigate } from '@solidjs/router'
import { createSignal, type Accessor } from 'solid-js'
import type { Place } from '../../store/actions/sessions.ts'
import type { Console } from '../../store/context.ts'
import { chosenFolder } from '../../store/folder-choice.ts'
import { links } from '../../store/links.ts'
import { placesOf } from '../../store/places.ts'
import { showToast } from '../../ui/toast.ts'
import { reportFailure } from './report.ts'

export type Startable = 'session' | 'terminal'

export interface Start {
  /** What a place is being chosen for; null: nothing. */
  choosing: Accessor<Startable | null>
  choose(what: Startable | null): void
  /** Starts it at once where only one project is known, else asks for the place. */
  start(what: Startable): void
  /** Starts it there and goes to it. A failure is shown with a retry. */
  startIn(what: Startable, place: Place): Promise<void>
}

/** The first server on which something can be started. */
export function readyServer({ order, servers }: Console['state']): string | undefined {
  return order.find((id) => servers[id]?.info.health === 'healthy')
}

export function createStart(console: Console): Start {
  const navigate = useNavigate()
  const [choosing, choose] = createSignal<Startable | null>(null)
  const { state } = console

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
    const serverId = readyServer(state)
    if (!serverId) {
      showToast({
        tone: 'info',
        title: 'No server is running',
        hint: 'Start the daemon first, under Servers.',
      })
      return
    }
    const chosen = chosenFolder()
    if (chosen) return void startIn(what, chosen)
    const places = placesOf(state)
    const [only] = places
    const home = state.info?.home
    if (places.length > 1 || (!only && !home)) choose(what)
    else void startIn(what, only ?? { serverId, directory: home ?? '/' })
  }

  return { choosing, choose: (what) => void choose(what), start, startIn }
}
