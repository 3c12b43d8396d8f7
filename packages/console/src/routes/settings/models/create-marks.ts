import { createEffect, createMemo, createSignal, on, type Accessor } from 'solid-js'
import { reportFailure } from '../../../frame/report-failure.ts'
import { changeFavourite, readFavourites } from '../../../store/actions/favourites.ts'
import { makeChangeHidden } from '../../../store/actions/hidden.ts'
import { useConsole } from '../../../store/context.ts'
import type { ModelRef } from '../../../store/types.ts'
import type { Source } from './create-inventory.ts'
import type { Marked, ModelRow } from './inventory.ts'

export interface Marks {
  marked: Accessor<Marked>
  /** Somewhere favourites are remembered. */
  hasFavourites: (row: ModelRow) => boolean
  setFavourite: (row: ModelRow, isOne: boolean) => void
  setHidden: (row: ModelRow, isHidden: boolean) => void
}

/** Favourites, which each server's user shares with the TUI, and what is hidden in this console. */
export function createMarks(sources: Accessor<readonly Source[]>): Marks {
  const { state, part } = useConsole()
  const changeHidden = part(makeChangeHidden)
  const { favourites, sharing, keep } = createShared(sources)
  const of = ({ servers }: ModelRow) => sharing().filter(({ serverId }) => servers.includes(serverId))
  const setFavourite = async (row: ModelRow, isOne: boolean) => {
    try {
      // One after the other: two servers of one user share the file.
      for (const place of of(row)) keep(place.serverId, await changeFavourite(place, row.model, () => isOne))
    } catch (error) {
      reportFailure('Couldn’t change favourites', error, () => void setFavourite(row, isOne))
    }
  }
  const setHidden = async ({ key: name }: ModelRow, hidden: boolean) => {
    try {
      await changeHidden({ kind: 'models', name, hidden })
    } catch (error) {
      reportFailure(`Couldn’t ${hidden ? 'hide' : 'show'} ${name}`, error)
    }
  }
  const marked = createMemo(() => ({
    favourites: new Set(
      Object.values(favourites()).flatMap((list) =>
        list.map(({ providerID, modelID }) => `${providerID}/${modelID}`),
      ),
    ),
    hidden: new Set(state.info?.hidden?.models),
  }))
  return {
    marked,
    hasFavourites: (row) => of(row).length > 0,
    setFavourite: (row, isOne) => void setFavourite(row, isOne),
    setHidden: (row, isHidden) => void setHidden(row, isHidden),
  }
}

/** What servers remember as favourites, of those that do. */
function createShared(sources: Accessor<readonly Source[]>) {
  const { can } = useConsole()
  const [favourites, setFavourites] = createSignal<Readonly<Record<string, readonly ModelRef[]>>>({})
  const keep = (id: string, list: readonly ModelRef[]) => setFavourites((all) => ({ ...all, [id]: list }))
  const sharing = createMemo(
    () => sources().filter(({ serverId, isUp }) => isUp && can(serverId, 'favourites')),
    undefined,
    { equals: (a, b) => nameOf(a) === nameOf(b) },
  )
  createEffect(
    on(sharing, (servers) => {
      // Without them there are no stars, which is good enough.
      for (const place of servers)
        void readFavourites(place).then(
          (list) => keep(place.serverId, list),
          () => undefined,
        )
    }),
  )
  return { favourites, sharing, keep }
}

const nameOf = (sources: readonly Source[]) =>
  JSON.stringify(sources.map(({ serverId, directory }) => [serverId, directory]))
