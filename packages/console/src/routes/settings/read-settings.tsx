import { Show, type Accessor, type JSX } from 'solid-js'
import type { RowContext } from './configuration/setting-row.tsx'
import type { Settings } from './create-settings.ts'
import { EngineSettings } from './engine-settings.tsx'
import { Awaited, ReadFailures, RefreshReads, type NamedRead } from './read-failures.tsx'

/** A page that reads the settings of a place, and more: what of it could not be read, and the rest once the settings are there. */
export function ReadSettings(props: {
  settings: Settings
  /** What is read besides. */
  reads?: readonly NamedRead[]
  /** Before the way to read all of it anew. */
  tools?: JSX.Element
  children: (context: Accessor<RowContext>) => JSX.Element
}): JSX.Element {
  const { places, reading, context, isDown } = props.settings
  const reads: readonly NamedRead[] = [['the settings', reading], ...(props.reads ?? [])]
  return (
    <EngineSettings
      places={places}
      tools={
        <>
          {props.tools}
          <RefreshReads reads={reads} disabled={isDown()} />
        </>
      }
    >
      {() => (
        <>
          <ReadFailures reads={reads} />
          <Show when={context()} fallback={<Awaited read={reading} />}>
            {(known) => props.children(known)}
          </Show>
        </>
      )}
    </EngineSettings>
  )
}
