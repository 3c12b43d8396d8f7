import { createSignal, Show, type JSX } from 'solid-js'
import { useConsole } from '../../../store/context.ts'
import { ChangeDialog, type WantedChange } from '../change/change-dialog.tsx'
import type { RowContext } from '../configuration/setting-row.tsx'
import { createSettings } from '../create-settings.ts'
import { ReadSettings } from '../read-settings.tsx'
import { createUpkeep, type Upkeep } from './create-upkeep.ts'
import { IndexingSection } from './indexing-section.tsx'
import { RetentionSection } from './retention-section.tsx'
import { SnapshotsSection } from './snapshots-section.tsx'
import { FormattersSection, LanguageServersSection } from './tools-sections.tsx'

/** `/settings/engine`: what the engine does for a folder beside talking, what it is allowed to, and how that goes. */
export default function EnginePage(): JSX.Element {
  const settings = createSettings('Engine')
  const upkeep = createUpkeep(settings.places.place)
  const reads = [
    ['the state of the index', upkeep.indexing],
    ['the language servers', upkeep.languageServers],
    ['the formatters', upkeep.formatters],
    ['how long sessions are kept', upkeep.retention],
  ] as const
  return (
    <ReadSettings settings={settings} reads={reads}>
      {(context) => <Sections context={context()} upkeep={upkeep} isDown={settings.isDown()} />}
    </ReadSettings>
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
