import { Show, type JSX } from 'solid-js'
import { useConsole } from '../../store/context.ts'
import { folderProblem } from '../../store/folder-check.ts'
import { rememberFolder } from '../../store/folder-choice.ts'
import { placesOf } from '../../store/places.ts'
import { Kbd } from '../../ui/kbd.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { LayerProps } from '../../ui/create-layer.tsx'
import { Picker } from '../../ui/picker.tsx'
import { createMedia } from '../../ui/media.ts'
import { nameServer } from '../../frame/entry-text.ts'
import { createFolderCompletion } from './folder-completion.ts'
import { optionsOfPlaces, type PlaceContext, type PlaceOption } from './place-options.ts'
import { useShell } from '../../frame/shell-context.ts'
import type { Start, Startable } from '../../frame/start.ts'
import { readyServers } from './create-start.ts'

const TITLES: Record<Startable | 'folder', string> = {
  session: 'New session in',
  terminal: 'New terminal in',
  folder: 'Folder for new sessions',
}

/** Asks where a new session or terminal belongs, or all that are started in this tab from now on. */
export function PlacePicker(props: LayerProps & { start: Start; here: string | undefined }): JSX.Element {
  const { state } = useConsole()
  const { roster } = useShell()
  const context = (): PlaceContext => ({
    home: state.info?.home,
    serverIds: readyServers(state),
    nameServer: (id) => nameServer(state.servers[id]?.info ?? { kind: '', url: '', port: 0 }),
    nameFolder: (directory) => roster.folderName(directory),
    here: props.here ?? props.start.folder()?.directory,
  })
  const completion = createFolderCompletion(context)
  const touch = createMedia('(pointer: coarse)')
  const pick = ({ place }: PlaceOption) => {
    const what = props.start.choosing()
    if (what === 'folder') rememberFolder(place)
    else if (what) void props.start.startIn(what, place)
  }
  return (
    <Picker
      open={props.open}
      onClose={() => props.start.choose(null)}
      title={TITLES[props.start.choosing() ?? 'session']}
      placeholder="A folder, or a path such as ~/work/app"
      options={optionsOfPlaces(placesOf(state), context())}
      complete={completion.complete}
      onQuery={completion.type}
      loading={completion.loading()}
      refuse={async ({ place }) => (await folderProblem(place))?.message}
      onPick={pick}
      empty="No folder is known yet. Type the path of one."
      error={<Show when={completion.problem()}>{(why) => <Notice tone="error" title={why()} />}</Show>}
      footer={
        <Show when={!touch()}>
          <Kbd keys="tab" quiet /> completes a path
        </Show>
      }
    />
  )
}
