import { createSignal, Show, type JSX } from 'solid-js'
import { createPage } from '../../../frame/shell-context.ts'
import { useConsole } from '../../../store/context.ts'
import { ChangeDialog, type WantedChange } from '../change/change-dialog.tsx'
import { createPlaces } from '../configuration/create-place.ts'
import { createReading } from '../configuration/create-reading.ts'
import type { RowContext } from '../configuration/setting-row.tsx'
import { createContext } from '../create-context.ts'
import { EngineSettings, isDownAt, SettingsLoading } from '../engine-settings.tsx'
import { ReadFailures, RefreshReads } from '../read-failures.tsx'
import { createUpkeep, type Upkeep } from './create-upkeep.ts'
import { IndexingSection } from './indexing-section.tsx'
import { RetentionSection } from './retention-section.tsx'
import { SnapshotsSection } from './snapshots-section.tsx'
import { FormattersSection, LanguageServersSection } from './tools-sections.tsx'

/** `/settings/engine`: what the engine does for a folder beside talking, what it is allowed to, and how that goes. */
export default function EnginePage(): JSX.Element {
  createPage({ title: () => 'Engine' })
  const console = useConsole()
  const places = createPlaces()
  const reading = createReading(places.place)
  const upkeep = createUpkeep(places.place)
  const context = createContext(places, reading)
  const reads = [
    ['the settings', reading],
    ['the state of the index', upkeep.indexing],
    ['the language servers', upkeep.languageServers],
    ['the formatters', upkeep.formatters],
    ['how long sessions are kept', upkeep.retention],
  ] as const
  const isDown = () => isDownAt(console, places)
  return (
    <EngineSettings places={places} tools={<RefreshReads reads={reads} disabled={isDown()} />}>
      {() => (
        <>
          <ReadFailures reads={reads} />
          <Show
            when={context()}
            fallback={
              <Show when={!reading.problem()}>
                <SettingsLoading />
              </Show>
            }
          >
            {(known) => <Sections context={known()} upkeep={upkeep} isDown={isDown()} />}
          </Show>
        </>
      )}
    </EngineSettings>
  )
}

function Sections(props: { context: RowContext; upkeep: Upkeep; isDown: boolean }): JSX.Element {
  const { can } = useConsole()
  const [wanted, setWanted] = createSignal<WantedChange>()
  const able = (what: 'indexing' | 'upkeep') => can(props.context.place().serverId, what)
  return (
    <>
      <Show when={able('indexing')}>
        <IndexingSection context={props.context} status={props.upkeep.index()} onWant={setWanted} />
      </Show>
      <SnapshotsSection
        context={props.context}
        prepares={able('upkeep')}
        isDown={props.isDown}
        onWant={setWanted}
      />
      <LanguageServersSection
        context={props.context}
        read={props.upkeep.languageServers}
        onWant={setWanted}
      />
      <FormattersSection context={props.context} read={props.upkeep.formatters} onWant={setWanted} />
      <Show when={able('upkeep')}>
        <RetentionSection
          context={props.context}
          read={props.upkeep.retention}
          isDown={props.isDown}
          onWant={setWanted}
        />
      </Show>
      <ChangeDialog context={props.context} wanted={wanted()} onClose={() => setWanted(undefined)} />
    </>
  )
}
