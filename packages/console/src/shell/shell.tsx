import { lazy, Show, Suspense, type JSX, type ParentProps } from 'solid-js'
import type { ConsoleInfo } from '../../shared/api.ts'
import { useConsole } from '../store/context.ts'
import { sessionOf } from '../store/types.ts'
import { LiveAnnouncer } from '../ui/announce.tsx'
import { createLayer } from '../ui/create-layer.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { Toaster } from '../ui/toaster.tsx'
import { TooltipLayer } from '../ui/tooltip.tsx'
import { BannerView } from './banner-view.tsx'
import { followPreferences } from './follow-preferences.ts'
import { createDropGuard } from './create-drop-guard.ts'
import { createShell } from './create-shell.ts'
import { FiguresDialog } from './figures-dialog.tsx'
import { createKeyListener } from '../commands/key-listener.ts'
import { ImportDialog } from './import/import-dialog.tsx'
import { LoggedOut } from './logged-out.tsx'
import { Roster } from './roster/roster.tsx'
import { contributeShellCommands } from './shell-commands.ts'
import { ShellProvider } from '../frame/shell-context.ts'
import styles from './shell.module.css'
import { TopBar } from '../frame/top-bar.tsx'

const BudgetWarnings = lazy(() => import('./budget/budget-warnings.tsx'))

/** What lies over the page comes when it is opened for the first time. */
const Palette = createLayer(async () => (await import('./palette/palette.tsx')).Palette)
const KeysDialog = createLayer(async () => (await import('./keys/keys-dialog.tsx')).KeysDialog)
const PlacePicker = createLayer(async () => (await import('./folders/place-picker.tsx')).PlacePicker)
const ConfirmDaemon = createLayer(async () => (await import('./servers/confirm-daemon.tsx')).ConfirmDaemon)

interface ShellProps {
  /** What lies over every page and is made of views that the frame does not know. */
  over: JSX.Element
}

/** The frame around every route; in its place the way back in, when the host knows us no longer. */
export default function Shell(props: ParentProps<ShellProps>): JSX.Element {
  const { state } = useConsole()
  return (
    <>
      <Show when={state.link !== 'logged-out'} fallback={<LoggedOut login={state.login} />}>
        <Frame over={props.over}>{props.children}</Frame>
      </Show>
      <LiveAnnouncer />
      <Toaster />
      <TooltipLayer />
    </>
  )
}

const hasBudget = (info: ConsoleInfo | null) =>
  info?.budget?.day !== undefined || info?.budget?.session !== undefined

function Frame(props: ParentProps<ShellProps>): JSX.Element {
  const { state } = useConsole()
  const shell = createShell()
  contributeShellCommands(shell)
  createKeyListener()
  createDropGuard()
  followPreferences()
  const here = () => {
    const shown = shell.shown()
    if (!shown) return undefined
    const server = state.servers[shown.serverId]
    const project = server?.info.projects.find(({ id }) => id === shown.id)
    return (
      sessionOf(server, shown.id)?.directory ?? server?.terminals[shown.id]?.directory ?? project?.worktree
    )
  }
  return (
    <ShellProvider value={shell}>
      <div class={styles.frame}>
        <Show when={!shell.narrow()}>
          <div class={styles.side}>
            <Roster />
          </div>
        </Show>
        <div class={styles.column}>
          <Show when={shell.narrow() && !shell.ownBar()}>
            <TopBar />
          </Show>
          <BannerView serverId={shell.shown()?.serverId} />
          <main class={styles.main}>
            <Suspense>{props.children}</Suspense>
          </main>
        </div>
      </div>
      <Sheet
        open={shell.narrow() && shell.overlay() === 'roster'}
        onClose={() => shell.close('roster')}
        title="Sessions and terminals"
        side="left"
      >
        <Roster />
      </Sheet>
      <Palette open={shell.overlay() === 'palette'} onClose={() => shell.close('palette')} />
      <KeysDialog open={shell.overlay() === 'keys'} onClose={() => shell.close('keys')} />
      <Show when={hasBudget(state.info)}>
        <Suspense>
          <BudgetWarnings />
        </Suspense>
      </Show>
      <FiguresDialog />
      <ImportDialog />
      {props.over}
      <PlacePicker
        open={shell.start.choosing() !== null}
        start={shell.start}
        here={here()}
        onClose={() => shell.start.choose(null)}
      />
      <ConfirmDaemon
        open={shell.daemon.asking() !== null}
        daemon={shell.daemon}
        onClose={shell.daemon.forget}
      />
    </ShellProvider>
  )
}
