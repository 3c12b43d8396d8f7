import { useNavigate } from '@solidjs/router'
import Folder from 'lucide-solid/icons/folder'
import SquareTerminal from 'lucide-solid/icons/square-terminal'
import { createMemo, createSignal, Show, type JSX } from 'solid-js'
import { useConsole } from '../../store/context.ts'
import { links } from '../../store/links.ts'
import { keyOfEntry } from '../../store/session-key.ts'
import { calledBy } from '../../frame/called-by.ts'
import { projectsOf } from '../../store/places.ts'
import type { LayerProps } from '../../ui/create-layer.tsx'
import { Picker } from '../../ui/picker.tsx'
import { tildePath } from '../../ui/path-split.ts'
import { StateIcon } from '../../ui/state-icon.tsx'
import { commands } from '../../commands/registry.ts'
import { activityOf, needOf, titleOfSession, titleOfTerminal } from '../../frame/entry-text.ts'
import { optionsOfPalette, type PaletteOption } from './palette-options.ts'
import { useShell } from '../../frame/shell-context.ts'
import { createOlder, type Older } from '../older/create-older.ts'
import { OlderFooter } from '../older/older-footer.tsx'

const REMEMBERED = 20

/** Everything that can be opened or done, by typing a few letters of it. */
export function Palette(props: LayerProps): JSX.Element {
  const { close } = useShell()
  const [used, setUsed] = createSignal<readonly string[]>([])
  const pick = ({ id, run }: PaletteOption) => {
    setUsed((ids) => [id, ...ids.filter((each) => each !== id)].slice(0, REMEMBERED))
    run()
  }
  return (
    <Show when={props.open}>
      <OpenPalette used={used()} onPick={pick} onClose={() => close('palette')} />
    </Show>
  )
}

function OpenPalette(props: {
  used: readonly string[]
  onPick: (option: PaletteOption) => void
  onClose: () => void
}): JSX.Element {
  const { state } = useConsole()
  const sessions = createSessionOptions()
  const { terminals, projects } = createPlaceOptions()
  const [query, setQuery] = createSignal('')
  const older = createOlder(query)
  const olderOptions = createOlderOptions(older)
  const searches = () => query().trim() !== '' && state.order.some((id) => state.servers[id]?.more)
  const options = createMemo(() =>
    optionsOfPalette({
      commands: commands(),
      needsYou: sessions.needsYou(),
      sessions: sessions.all(),
      terminals: terminals(),
      projects: projects(),
      older: olderOptions(),
      used: props.used,
    }),
  )
  return (
    <Picker
      open
      onClose={props.onClose}
      title="Commands"
      placeholder="Session, terminal, project or command"
      options={options()}
      onPick={props.onPick}
      onQuery={setQuery}
      loading={searches() && older.isAsked()}
      footer={searches() && <OlderFooter older={older} />}
    />
  )
}

function createSessionOptions() {
  const { roster } = useShell()
  const navigate = useNavigate()
  const optionOf = (name: string): PaletteOption[] => {
    const entry = roster.session(name)
    if (!entry) return []
    const activity = activityOf(entry.status, roster.isFinished(name))
    return [
      {
        id: `session ${name}`,
        title: titleOfSession(entry.session),
        detail: needOf(entry) || roster.folderName(entry.session.directory),
        keywords: entry.session.directory,
        icon: () => <StateIcon activity={activity} />,
        run: () => navigate(links.session(entry.serverId, entry.session.id)),
      },
    ]
  }
  const needsYou = () => roster.needsYou().flatMap(optionOf)
  return { needsYou, all: () => [...roster.working(), ...roster.recent()].flatMap(optionOf) }
}

/** The engine looks for what is typed in their titles as it keeps them. */
function createOlderOptions({ found }: Older) {
  const { roster } = useShell()
  const navigate = useNavigate()
  return () =>
    found().map(({ serverId, session }): PaletteOption => ({
      id: `session ${keyOfEntry({ serverId, session })}`,
      title: titleOfSession(session),
      detail: roster.folderName(session.directory),
      keywords: `${session.title} ${session.directory}`,
      icon: () => <StateIcon activity="idle" />,
      run: () => navigate(links.session(serverId, session.id)),
    }))
}

function createPlaceOptions() {
  const { state } = useConsole()
  const { roster } = useShell()
  const navigate = useNavigate()
  const terminals = () =>
    roster.terminals().flatMap((name): PaletteOption[] => {
      const entry = roster.terminal(name)
      if (!entry) return []
      return [
        {
          id: `terminal ${name}`,
          title: titleOfTerminal(entry),
          detail: tildePath(entry.terminal.cwd, state.info?.home),
          icon: () => <SquareTerminal size={14} />,
          run: () => navigate(links.terminal(entry.serverId, entry.terminal.id)),
        },
      ]
    })
  const projects = () =>
    projectsOf(state).map(({ serverId, project }): PaletteOption => ({
      id: `project ${serverId} ${project.id}`,
      title: calledBy(project) ?? roster.folderName(project.worktree),
      detail: tildePath(project.worktree, state.info?.home),
      icon: () => <Folder size={14} />,
      run: () => navigate(links.project(serverId, project.id)),
    }))
  return { terminals, projects }
}
