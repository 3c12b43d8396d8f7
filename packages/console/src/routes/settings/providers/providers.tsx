import { Show, type JSX } from 'solid-js'
import { createSettings } from '../create-settings.ts'
import { EngineSettings } from '../engine-settings.tsx'
import { Awaited, ReadFailures, RefreshReads } from '../read-failures.tsx'
import { createProviders } from './create-providers.ts'
import { createViews } from './create-views.ts'
import { ProvidersView } from './providers-view.tsx'

/** `/settings/providers`: whose models can be used, by which keys, and how that is changed. */
export default function ProvidersPage(): JSX.Element {
  const { places, reading, from, isDown } = createSettings('Providers')
  const providers = createProviders(places.place, reading)
  const views = createViews()
  const reads = [
    ['the providers', providers.list],
    ['the settings', reading],
  ] as const
  return (
    <EngineSettings places={places} tools={<RefreshReads reads={reads} disabled={isDown()} />}>
      {(place) => (
        <>
          <ReadFailures reads={reads} />
          <Show when={providers.list.value()} fallback={<Awaited read={providers.list} />}>
            <ProvidersView context={{ place, providers, from, isDown, views }} />
          </Show>
        </>
      )}
    </EngineSettings>
  )
}
