import type { JSX } from 'solid-js'
import { useConsole } from '../../store/context.ts'
import { placesOf } from '../../store/places.ts'
import { Picker } from '../../ui/picker.tsx'
import { nameServer } from './entry-text.ts'
import { optionOfPath, optionsOfPlaces, type PlaceContext } from './place-options.ts'
import { useShell } from './shell-context.ts'
import { readyServer, type Start } from './start.ts'

/** Asks where a new session or terminal belongs. */
export function PlacePicker(props: { start: Start; here: string | undefined }): JSX.Element {
  const { state } = useConsole()
  const { roster } = useShell()
  const context = (): PlaceContext => ({
    home: state.info?.home,
    serverId: readyServer(state),
    nameServer: (id) => nameServer(state.servers[id]?.info ?? { kind: '', url: '', port: 0 }),
    nameFolder: (directory) => roster.folderName(directory),
    here: props.here,
  })
  const title = () => (props.start.choosing() === 'terminal' ? 'New terminal in' : 'New session in')
  const options = () => optionsOfPlaces(placesOf(state), context())
  return (
    <Picker
      open={props.start.choosing() !== null}
      onClose={() => props.start.choose(null)}
      title={title()}
      placeholder={`${title()} a project, or a path such as ~/work/app`}
      options={options()}
      freeText={(typed) => optionOfPath(typed, context())}
      onPick={({ place }) => void props.start.startIn(props.start.choosing() ?? 'session', place)}
      empty="No project is known yet. Type the path of a folder."
    />
  )
}
