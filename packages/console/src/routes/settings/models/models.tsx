import RotateCw from 'lucide-solid/icons/rotate-cw'
import { createSignal, For, Show, type JSX } from 'solid-js'
import { nameServer } from '../../../frame/entry-text.ts'
import { useConsole } from '../../../store/context.ts'
import { IconButton } from '../../../ui/icon-button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Spinner } from '../../../ui/spinner.tsx'
import { ChangeDialog, type WantedChange } from '../change/change-dialog.tsx'
import type { Places } from '../configuration/create-place.ts'
import { createSettings } from '../create-settings.ts'
import { EngineSettings } from '../engine-settings.tsx'
import { UnreadSettings } from '../unread-settings.tsx'
import { createInventory, type Inventory } from './create-inventory.ts'
import { createMarks } from './create-marks.ts'
import { InventoryView } from './inventory-view.tsx'
import { UsesView } from './uses-view.tsx'

/** `/settings/models`: which models there are, on all servers, what each can do and costs, and which of them is taken when. */
export default function ModelsPage(): JSX.Element {
  const { places, reading, context } = createSettings('Models')
  const inventory = createInventory(places)
  const marks = createMarks(inventory.sources)
  const [wanted, setWanted] = createSignal<WantedChange>()
  const list = () => (
    <InventoryView inventory={inventory} marks={marks} context={context()} onWant={setWanted} />
  )
  return (
    <EngineSettings places={places} tools={<Refresh inventory={inventory} />} without={<>{list()}</>}>
      {() => (
        <>
          <Failures inventory={inventory} places={places} />
          <Show when={context()} fallback={<UnreadSettings reading={reading} />}>
            {(known) => (
              <>
                <UsesView context={known()} inventory={inventory} onWant={setWanted} />
                <ChangeDialog context={known()} wanted={wanted()} onClose={() => setWanted(undefined)} />
              </>
            )}
          </Show>
          {list()}
        </>
      )}
    </EngineSettings>
  )
}

const Refresh = (props: { inventory: Inventory }): JSX.Element => (
  <IconButton name="Refresh" onClick={props.inventory.refresh}>
    <Show when={props.inventory.isReading()} fallback={<RotateCw />}>
      <Spinner />
    </Show>
  </IconButton>
)

/** Servers whose models could not be read: those of others are there all the same. */
function Failures(props: { inventory: Inventory; places: Places }): JSX.Element {
  const { state } = useConsole()
  const name = (id: string) => {
    const info = state.servers[id]?.info
    return info ? nameServer(info) : id
  }
  return (
    <For each={props.inventory.failed()}>
      {({ serverId, problem, retry }) => (
        <Notice
          tone="error"
          title={`Couldn’t read the models of ${name(serverId)}: ${problem.message}`}
          hint={problem.hint}
          onRetry={retry}
        />
      )}
    </For>
  )
}
