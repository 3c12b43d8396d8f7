import { createMemo, For, type JSX } from 'solid-js'
import { nameServer } from '../../../frame/entry-text.ts'
import { useConsole } from '../../../store/context.ts'
import { nameFolders } from '../../../ui/folder-names.ts'
import styles from './configuration.module.css'
import type { Places } from './create-place.ts'

/** Whose settings are shown: everybody's, or those of one folder. */
export function PlaceChoice(props: { places: Places }): JSX.Element {
  const { state } = useConsole()
  const names = createMemo(() =>
    nameFolders(
      props.places.servers().flatMap(({ folders }) => folders),
      state.info?.home,
    ),
  )
  const serverName = (id: string) => {
    const info = state.servers[id]?.info
    return info ? nameServer(info) : id
  }
  const choose = (value: string) => {
    const [server = '', directory = ''] = JSON.parse(value) as string[]
    props.places.choose(server, directory)
  }
  const isChosen = (server: string, directory: string) =>
    props.places.place()?.serverId === server && props.places.place()?.directory === directory
  return (
    <select
      class={styles.field}
      aria-label="Settings of"
      onChange={(event) => choose(event.currentTarget.value)}
    >
      <For each={props.places.servers()}>
        {({ id, folders }) => (
          <optgroup label={serverName(id)}>
            <option value={JSON.stringify([id, ''])} selected={isChosen(id, '')}>
              Global
            </option>
            <For each={folders}>
              {(folder) => (
                <option value={JSON.stringify([id, folder])} selected={isChosen(id, folder)}>
                  {names().get(folder) ?? folder}
                </option>
              )}
            </For>
          </optgroup>
        )}
      </For>
    </select>
  )
}
