import { useNavigate } from '@solidjs/router'
import { DAEMON_ID } from '../../shared/api.ts'
import { useConsole } from '../store/context.ts'
import { links } from '../store/links.ts'
import { mayHaveWorktrees } from '../store/places.ts'
import { grouping, resolvedTheme, setGrouping, theme } from '../ui/preferences.ts'
import { showToast } from '../ui/toast.ts'
import { contributeCommands, type Contribution } from '../commands/registry.ts'
import type { OpenShell } from './create-shell.ts'
import { neighbour } from './open-path.ts'
import { choosePreference } from '../frame/choose-preference.ts'
import { startInWorktree } from '../frame/start-in-worktree.ts'

/** Those that would change something: what is light already is not offered to become light. */
const THEME_COMMANDS: readonly Contribution[] = [
  {
    id: 'theme-light',
    when: () => resolvedTheme() !== 'light',
    run: () => choosePreference({ key: 'theme', value: 'light' }),
  },
  {
    id: 'theme-dark',
    when: () => resolvedTheme() !== 'dark',
    run: () => choosePreference({ key: 'theme', value: 'dark' }),
  },
  {
    id: 'theme-system',
    when: () => theme() !== 'system',
    run: () => choosePreference({ key: 'theme', value: 'system' }),
  },
]

const VIEW_COMMANDS: readonly Contribution[] = [
  { id: 'view-state', when: () => grouping() !== 'state', run: () => setGrouping('state') },
  { id: 'view-project', when: () => grouping() !== 'project', run: () => setGrouping('project') },
  { id: 'view-day', when: () => grouping() !== 'day', run: () => setGrouping('day') },
]

/** Pages that are gone to by their names. */
const PAGES = [
  'review',
  'archive',
  'usage',
  'settings',
  'configuration',
  'providers',
  'models',
  'mcp',
  'agents',
  'projects',
  'permissions',
  'engine',
] as const

/** The key of the row that has the focus. */
const rowWithFocus = () =>
  document.activeElement instanceof HTMLElement ? document.activeElement.dataset['entry'] : undefined

/** What can be done on every page. */
export function contributeShellCommands(shell: OpenShell): void {
  contributeStarting(shell)
  contributeMoving(shell)
  const { state } = useConsole()
  contributeCommands(() => [
    {
      id: 'palette',
      run: () => (shell.overlay() === 'palette' ? shell.close('palette') : shell.open('palette')),
    },
    { id: 'keys', run: () => shell.open('keys') },
    ...THEME_COMMANDS,
    ...VIEW_COMMANDS,
    { id: 'decisions', run: () => shell.open('decisions') },
    { id: 'import-session', run: () => shell.open('import') },
    { id: 'figures', run: () => shell.open('figures') },
    {
      id: 'daemon-start',
      when: () => state.servers[DAEMON_ID]?.info.health === 'offline',
      run: () => void shell.daemon.run('start'),
    },
    {
      id: 'daemon-restart',
      when: () => (state.servers[DAEMON_ID]?.info.health ?? 'offline') !== 'offline',
      run: () => shell.daemon.ask('restart'),
    },
    {
      id: 'daemon-stop',
      when: () => (state.servers[DAEMON_ID]?.info.health ?? 'offline') !== 'offline',
      run: () => shell.daemon.ask('stop'),
    },
  ])
}

function contributeStarting({ start }: OpenShell): void {
  const { state } = useConsole()
  contributeCommands(() => [
    { id: 'new-session', run: () => start.start('session') },
    { id: 'new-session-in', run: () => start.choose('session') },
    {
      id: 'new-worktree',
      when: () => mayHaveWorktrees(state, start.folder()),
      run: () => void startInWorktree(start, start.folder()),
    },
    { id: 'choose-folder', run: () => start.choose('folder') },
    { id: 'new-terminal', run: () => start.start('terminal') },
    { id: 'new-terminal-in', run: () => start.choose('terminal') },
  ])
}

function contributeMoving({ roster, rows, looking, shown, selection }: OpenShell): void {
  const navigate = useNavigate()
  const go = (key: string | undefined) => key !== undefined && navigate(links.sessionOf(key))
  const here = () => rowWithFocus() ?? looking()
  contributeCommands(() => [
    { id: 'next-session', run: () => go(neighbour(rows(), looking(), 1)) },
    { id: 'previous-session', run: () => go(neighbour(rows(), looking(), -1)) },
    { id: 'select-next', run: () => selection.step(1, here()) },
    { id: 'select-previous', run: () => selection.step(-1, here()) },
    { id: 'clear-selection', when: () => selection.names().length > 0, run: selection.clear },
    {
      id: 'next-needs-you',
      run: () => {
        const next = neighbour(roster.needsYou(), looking(), 1)
        if (next === undefined) showToast({ tone: 'info', title: 'Nothing needs you now' })
        else go(next)
      },
    },
    {
      id: 'home',
      when: () => shown() !== undefined,
      run: () => navigate(links.home),
    },
    ...PAGES.map((id) => ({ id, run: () => navigate(links[id]) })),
  ])
}
