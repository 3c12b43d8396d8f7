import { createEffect, createMemo, on, untrack, type Accessor } from 'solid-js'
import type { Problem } from '../../../../shared/api.ts'
import { choicesCache, type ChoicesCache } from '../../../store/choices-cache.ts'
import { useConsole } from '../../../store/context.ts'
import { placesOf } from '../../../store/places.ts'
import type { Places } from '../configuration/create-place.ts'
import { inventoryOf, keepRows, type ModelRow } from './inventory.ts'

export interface Source {
  serverId: string
  /** Whose models they are there; empty: those of no folder. */
  directory: string
  choices: ChoicesCache
  isUp: boolean
}

export interface Inventory {
  sources: Accessor<readonly Source[]>
  rows: Accessor<readonly ModelRow[]>
  isReading: Accessor<boolean>
  failed: Accessor<readonly { serverId: string; problem: Problem; retry: () => void }[]>
  refresh(this: void): void
}

/**
 * What every server offers: in the folder that is chosen, elsewhere in the one that was used last there. Read when a server is there, and again whenever it
 * has put a folder away: that is what a change of providers does.
 */
export function createInventory(places: Places): Inventory {
  const sources = createSources(places)
  createRereading(sources)
  // What is read anew and says the same keeps its row, and the menu that is open on it.
  const rows = createMemo<readonly ModelRow[]>(
    (before) =>
      keepRows(
        before,
        inventoryOf(
          sources().flatMap(({ serverId, choices }) => {
            const models = choices.data()?.models
            return models ? [{ serverId, models }] : []
          }),
        ),
      ),
    [],
  )
  return {
    sources,
    rows,
    isReading: () => sources().some(({ choices }) => choices.loading()),
    failed: () =>
      sources().flatMap(({ serverId, choices }) => {
        const problem = choices.problem()
        return problem ? [{ serverId, problem, retry: choices.read }] : []
      }),
    refresh: () => sources().forEach(({ isUp, choices }) => isUp && choices.read()),
  }
}

/** Each when it comes up, and whenever it was set up anew. */
function createRereading(sources: Accessor<readonly Source[]>): void {
  const { state } = useConsole()
  const news = () =>
    sources().map(({ serverId, directory, isUp }) => {
      const { disposals = 0, gaps = 0 } = state.servers[serverId] ?? {}
      return { key: `${serverId}\n${directory}`, isUp, heard: disposals + gaps }
    })
  createEffect(
    on(
      createMemo(news, undefined, { equals: (a, b) => JSON.stringify(a) === JSON.stringify(b) }),
      (now, before) => {
        const had = new Map(before?.map(({ key, heard, isUp }) => [key, isUp ? heard : undefined]))
        now.forEach(({ key, isUp, heard }, index) => {
          const choices = untrack(sources)[index]?.choices
          const isNew = had.get(key) !== heard
          if (!choices || !isUp) return
          if (isNew) choices.refresh()
          else if (!untrack(choices.data)) choices.read()
        })
      },
    ),
  )
}

/** Servers that are up, and those that were when they were read. */
function createSources(places: Places): Accessor<Source[]> {
  const { state } = useConsole()
  const folders = createMemo(
    () => {
      const known = placesOf(state)
      const shown = places.place()
      return state.order.flatMap((id) => {
        const info = state.servers[id]?.info
        if (!info || info.kind === 'foreign') return []
        const last = known.find(({ serverId }) => serverId === id)?.directory ?? ''
        const isUp = state.link === 'connected' && info.health === 'healthy'
        return [{ serverId: id, directory: shown?.serverId === id ? shown.directory : last, isUp }]
      })
    },
    undefined,
    { equals: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  )
  return createMemo(() =>
    folders()
      .map((folder) => ({ ...folder, choices: choicesCache(folder.serverId, folder.directory) }))
      .filter(({ isUp, choices }) => isUp || untrack(choices.data) !== undefined),
  )
}
