import Play from 'lucide-solid/icons/play'
import { createSignal, For, Show, type JSX } from 'solid-js'
import { DAEMON_ID } from '../../../shared/api.ts'
import { useConsole } from '../../store/context.ts'
import { Button } from '../../ui/button.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { ServerRow } from './server-row.tsx'
import styles from './servers-panel.module.css'
import { COMMAND_LIST } from '../../commands/command-list.ts'
import { runCommand } from '../../commands/registry.ts'
import { createLayer } from '../../ui/create-layer.tsx'

const UnlockDialog = createLayer(async () => (await import('./unlock-dialog.tsx')).UnlockDialog)

/** The engines that are known, one line each, and what can be done with the managed daemon. */
export function ServersPanel(): JSX.Element {
  const { state } = useConsole()
  const [unlocking, setUnlocking] = createSignal<string | null>(null)
  // A stranger that was locked and is gone has nothing to tell.
  const isWorthALine = (id: string) => {
    const info = state.servers[id]?.info
    return info && (info.kind !== 'remembered' || info.health !== 'offline' || info.projects.length > 0)
  }
  const health = () => state.servers[DAEMON_ID]?.info.health

  return (
    <section class={styles.panel} aria-label="Servers">
      <div class={styles.head}>
        <h2 class={styles.heading}>Servers</h2>
        <Show when={health()}>
          <Show
            when={health() === 'offline' || state.daemonAction === 'start'}
            fallback={
              <>
                <Button
                  variant="ghost"
                  size="small"
                  aria-label={COMMAND_LIST['daemon-restart'].title}
                  disabled={state.daemonAction !== null}
                  onClick={() => runCommand('daemon-restart')}
                >
                  Restart
                </Button>
                <Button
                  variant="ghost"
                  size="small"
                  class={styles.stop}
                  aria-label={COMMAND_LIST['daemon-stop'].title}
                  disabled={state.daemonAction !== null}
                  onClick={() => runCommand('daemon-stop')}
                >
                  Stop
                </Button>
              </>
            }
          >
            <Button
              size="small"
              icon={<Play size={12} />}
              busy={state.daemonAction !== null}
              onClick={() => runCommand('daemon-start')}
            >
              {COMMAND_LIST['daemon-start'].title}
            </Button>
          </Show>
        </Show>
      </div>
      <Show when={state.order.length === 0}>
        <Skeleton rows={1} height={28} label="Looking for servers" />
      </Show>
      <For each={state.order.filter(isWorthALine)}>
        {(id) => <ServerRow serverId={id} onUnlock={() => setUnlocking(id)} />}
      </For>
      <UnlockDialog open={unlocking() !== null} serverId={unlocking()} onClose={() => setUnlocking(null)} />
    </section>
  )
}
