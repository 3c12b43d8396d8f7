import type { Accessor } from 'solid-js'
import { createPage } from '../../frame/shell-context.ts'
import { useConsole } from '../../store/context.ts'
import { createPlaces, type Places } from './configuration/create-place.ts'
import { createReading, type Reading } from './configuration/create-reading.ts'
import type { RowContext } from './configuration/setting-row.tsx'
import type { Standpoint } from './configuration/source-text.ts'
import { createContext } from './create-context.ts'
import { isDownAt } from './engine-settings.tsx'

export interface Settings {
  places: Places
  reading: Reading
  /** Undefined until the settings of the place were read. */
  context: Accessor<RowContext | undefined>
  from: Accessor<Standpoint>
  /** Nothing of it can be read or changed now. */
  isDown: Accessor<boolean>
}

/** What a page about the engine begins with: whose settings it shows, and these. */
export function createSettings(title: string): Settings {
  createPage({ title: () => title })
  const console = useConsole()
  const places = createPlaces()
  const reading = createReading(places.place)
  return {
    places,
    reading,
    context: createContext(places, reading),
    from: () => ({ directory: places.place()?.directory ?? '', home: console.state.info?.home }),
    isDown: () => isDownAt(console, places),
  }
}
