import { useNavigate, usePreloadRoute } from '@solidjs/router'
import { createEffect, createMemo, createSignal } from 'solid-js'
import { basePath } from '../../sdk/base.ts'
import type { Place } from '../../store/actions/sessions.ts'
import type { Console } from '../../store/context.ts'
import { chosenFolder } from '../../store/folder-choice.ts'
import { links } from '../../store/links.ts'
import { placesOf } from '../../store/places.ts'
import { showToast } from '../../ui/toast.ts'
import type { Choosing, Start, Startable } from '../../frame/start.ts'
import { reportFailure } from '../../frame/report-failure.ts'

/** The servers on which something can be started. */
export function readyServers({ order, servers }: Console['state']): string[] {
  return order.filter((id) => servers[id]?.info.health === 'healthy')
}

/** One that is only slow is asked all the same: it answers in the end, or the failure says why not. */
function isUp({ servers }: Console['state'], place: Place | undefined): place is Place {
  const health = servers[place?.serverId ?? '']?.info.health
  return health === 'healthy' || health === 'unhealthy'
}

/** The managed daemon is always in the list: an empty one is not known yet. */
function isStarting({ order, servers }: Console['state']): boolean {
  return order.length === 0 || order.some((id) => servers[id]?.info.health === 'starting')
}

function usualFolder(state: Console['state']): Place | undefined {
  const [last] = placesOf(state)
  if (last) return { serverId: last.serverId, directory: last.directory }
  const [[serverId], home] = [readyServers(state), state.info?.home]
  return serverId !== undefined && home !== undefined ? { serverId, directory: home } : undefined
}

export function createStart(console: Console): Start {
  const navigate = useNavigate()
  const preload = usePreloadRoute()
  const [choosing, choose] = createSignal<Choosing>(null)
  const { state } = console

  const folder = createMemo(() => chosenFolder() ?? usualFolder(state))

  async function startIn(what: Startable, place: Place): Promise<void> {
    // Its view's code comes beside the answer: where going there waits for code, what is left hears news in between, and was seen to fail at that.
    preload(`${basePath()}${links[what](place.serverId, 'coming')}`)
    try {
      if (what === 'session') {
        const session = await console.sessions.create(place)
        navigate(links.session(place.serverId, session.id))
      } else {
        const terminal = await console.terminals.create(place)
        navigate(links.terminal(place.serverId, terminal.id))
      }
    } catch (error) {
      reportFailure(`Couldn’t start the ${what}`, error, () => void startIn(what, place))
    }
  }

  /** What was asked for while the daemon was starting. */
  const [wanted, setWanted] = createSignal<Startable | null>(null)
  createEffect(() => {
    const [what, place] = [wanted(), folder()]
    if (what === null || (!isUp(state, place) && isStarting(state))) return
    setWanted(null)
    if (isUp(state, place)) void startIn(what, place)
  })

  function start(what: Startable): void {
    const place = folder()
    if (isUp(state, place)) return void startIn(what, place)
    const coming = isStarting(state)
    setWanted(coming ? what : null)
    // That one is down, another is not: whether it is to be there somebody has to say.
    if (!coming && readyServers(state).length > 0) return void choose(what)
    const [title, hint] = coming
      ? ['The daemon is starting', `The ${what} starts as soon as it is ready.`]
      : ['No server is running', 'Start the daemon first, under Servers.']
    showToast({ tone: 'info', title, hint })
  }

  return { choosing, choose: (what) => void choose(what), folder, start, startIn }
}
