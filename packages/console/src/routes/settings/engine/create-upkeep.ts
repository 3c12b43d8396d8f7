import type { FormatterStatus, IndexingStatus, LspStatus } from '@kilocode/sdk/v2/client'
import type { Retention } from '@kilo-console/engine/edge/upkeep'
import { createEffect, createSignal, on, type Accessor } from 'solid-js'
import { formatters, indexingStatus, languageServers, retention } from '../../../sdk/settings/upkeep.ts'
import type { ConfigurationPlace } from '../../../store/actions/configuration.ts'
import { useConsole } from '../../../store/context.ts'
import { createRead, type Read } from '../create-read.ts'

export interface Upkeep {
  /** Of a folder alone, and where the server can index one. */
  indexing: Read<IndexingStatus>
  /** As it was read or heard, whichever came last. */
  index: Accessor<IndexingStatus | undefined>
  languageServers: Read<LspStatus[]>
  formatters: Read<FormatterStatus[]>
  retention: Read<Retention>
}

/** What the engine does for a place beside talking. */
export function createUpkeep(place: Accessor<ConfigurationPlace | undefined>): Upkeep {
  const { can, state } = useConsole()
  const folder = () => (place()?.directory === '' ? undefined : place())
  const folderToIndex = () => {
    const asked = folder()
    return asked && can(asked.serverId, 'indexing') ? asked : undefined
  }
  const kept = () => {
    const asked = place()
    return asked && can(asked.serverId, 'upkeep') ? asked : undefined
  }
  const indexing = createRead(folderToIndex, indexingStatus)
  const [index, setIndex] = createSignal<IndexingStatus>()
  createEffect(on(indexing.value, (read) => setIndex(read)))
  const heard = () => {
    const asked = folderToIndex()
    return asked && state.servers[asked.serverId]?.indexing[asked.directory]
  }
  // What was heard before it was read is older.
  createEffect(on(heard, (told) => told && indexing.value() && setIndex(told), { defer: true }))
  return {
    indexing,
    index,
    languageServers: createRead(folder, languageServers),
    formatters: createRead(folder, formatters),
    retention: createRead(kept, retention),
  }
}
