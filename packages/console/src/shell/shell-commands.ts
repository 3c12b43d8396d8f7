import { useNavigate } from '@solidjs/router'
import { DAEMON_ID } from '../../shared/api.ts'
import { useConsole } from '../store/context.ts'
import { links } from '../store/links.ts'
import { resolvedTheme, setTheme, theme } from '../ui/preferences.ts'
import { showToast } from '../ui/toast.ts'
import { contributeCommands, type Command } from '../commands/registry.ts'
import type { OpenShell } from './create-shell.ts'
import { neighbour } from './open-path.ts'

/** The address of a session by its key in the roster view. */
function linkOf(key: string): string {
  const slash = key.indexOf('/')
  return links.session(key.slice(0, slash), key.slice(slash + 1))
}

/** Those that would change something: what is light already is not offered to become light. */
const THEME_COMMANDS: readonly Command[] = [
  ...(['light', 'dark'] as const).map((shade) => ({
    id: `theme-${shade}`,
    title: `Change theme to ${shade}`,
    keywords: 'colours appearance',
    when: () => resolvedTheme() !== shade,
    run: () => setTheme(shade),
  })),
  {
    id: 'theme-system',
    title: 'Let theme follow system',
    keywords: 'colours appearance dark light',
    when: () => theme() !== 'system',
    run: () => setTheme('system'),
  },
]

/** What can be done on every page. */
export function contributeShellCommands(shell: OpenShell): void {
  contributeStarting(shell)
  contributeMoving(shell)
  const { state } = useConsole()
  contributeCommands(() => [
    {
      id: 'palette',
      title: 'Open the palette',
      keys: 'mod+k',
      run: () => (shell.overlay() === 'palette' ? shell.close('palette') : shell.open('palette')),
    },
    { id: 'keys', title: 'Keys', keys: '?', run: () => shell.open('keys') },
    ...THEME_COMMANDS,
    {
      id: 'figures',
      title: 'Memory and processor',
      keywords: 'daemon usage cpu rss plot',
      run: () => shell.open('figures'),
    },
    {
      id: 'daemon-start',
      title: 'Start the daemon',
      when: () => state.servers[DAEMON_ID]?.info.health === 'offline',
      run: () => void shell.daemon.run('start'),
    },
    {
      id: 'daemon-restart',
      title: 'Restart the daemon',
      when: () => (state.servers[DAEMON_ID]?.info.health ?? 'offline') !== 'offline',
      run: () => shell.daemon.ask('restart'),
    },
    {
      id: 'daemon-stop',
      title: 'Stop the daemon',
      when: () => (state.servers[DAEMON_ID]?.info.health ?? 'offline') !== 'offline',
      run: () => shell.daemon.ask('stop'),
    },
  ])
}

function contributeStarting({ start }: OpenShell): void {
  contributeCommands(() => [
    { id: 'new-session', title: 'New session', keys: 'n', run: () => start.start('session') },
    {
      id: 'new-session-in',
      title: 'New session in…',
      keywords: 'folder path',
      run: () => start.choose('session'),
    },
    { id: 'new-terminal', title: 'New terminal', keys: 't', run: () => start.start('terminal') },
    {
      id: 'new-terminal-in',
      title: 'New terminal in…',
      keywords: 'folder path',
      run: () => start.choose('terminal'),
    },
  ])
}

function contributeMoving({ roster, looking, shown }: OpenShell): void {
  const navigate = useNavigate()
  const go = (key: string | undefined) => key !== undefined && navigate(linkOf(key))
  const all = () => [...roster.needsYou(), ...roster.working(), ...roster.recent()]
  contributeCommands(() => [
    {
      id: 'next-session',
      title: 'Next session',
      keys: 'j',
      anywhere: 'ctrl+shift+down',
      run: () => go(neighbour(all(), looking(), 1)),
    },
    {
      id: 'previous-session',
      title: 'Previous session',
      keys: 'k',
      anywhere: 'ctrl+shift+up',
      run: () => go(neighbour(all(), looking(), -1)),
    },
    {
      id: 'next-needs-you',
      title: 'Next that needs you',
      keys: 'g n',
      anywhere: 'ctrl+shift+g',
      run: () => {
        const next = neighbour(roster.needsYou(), looking(), 1)
        if (next === undefined) showToast({ tone: 'info', title: 'Nothing needs you now' })
        else go(next)
      },
    },
    {
      id: 'home',
      title: 'Overview',
      keys: 'g h',
      when: () => shown() !== undefined,
      run: () => navigate(links.home),
    },
    { id: 'settings', title: 'Settings', keys: 'g s', run: () => navigate(links.settings) },
  ])
}
