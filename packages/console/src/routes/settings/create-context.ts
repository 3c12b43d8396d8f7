import { createMemo, type Accessor } from 'solid-js'
import { useConsole } from '../../store/context.ts'
import type { Places } from './configuration/create-place.ts'
import type { Reading } from './configuration/create-reading.ts'
import type { RowContext } from './configuration/setting-row.tsx'
import { isDownAt } from './engine-settings.tsx'

/** What forms of a page's place need; undefined until its configuration was read. */
export function createContext(places: Places, reading: Reading): Accessor<RowContext | undefined> {
  const console = useConsole()
  const isRead = createMemo(() => places.place() && reading.value() !== undefined)
  return createMemo(() => {
    const place = places.place()
    if (!place || !isRead()) return undefined
    // A place that is not read yet has no context: then this is made anew.
    let last = reading.value()
    const configuration = () => (last = reading.value() ?? last) as NonNullable<typeof last>
    return {
      place: () => place,
      reading,
      configuration,
      from: () => ({ directory: place.directory, home: console.state.info?.home }),
      locked: () => isDownAt(console, places) || !configuration().target?.writable,
    }
  })
}
