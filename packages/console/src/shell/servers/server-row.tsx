import KeyRound from 'lucide-solid/icons/key-round'
import TriangleAlert from 'lucide-solid/icons/triangle-alert'
import { For, Show, type JSX } from 'solid-js'
import type { ServerHealth, ServerInfo } from '../../../shared/api.ts'
import { droppedHere } from '../../sdk/dropped.ts'
import { useConsole } from '../../store/context.ts'
import { formatBytes, formatExact, formatPercent } from '../../ui/format.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { tip } from '../../ui/tooltip.tsx'
import { nameServer, oneLine, serverWords } from '../../frame/entry-text.ts'
import { HealthIcon } from './health-icon.tsx'
import styles from './servers-panel.module.css'
import { COMMAND_LIST } from '../../commands/command-list.ts'
import { runCommand } from '../../commands/registry.ts'
import { healthShown, troubleOf } from './trouble.ts'

const HEALTH_NAMES: Record<ServerHealth, string> = {
  healthy: 'running',
  starting: 'starting',
  unhealthy: 'not responding',
  locked: 'locked',
  offline: 'stopped',
}

/** One server in one line: health, name, port, version, memory, processor. */
export function ServerRow(props: { serverId: string; onUnlock: () => void }): JSX.Element {
  const { state } = useConsole()
  const shown = () => healthShown(state.servers[props.serverId])
  return (
    <Show when={state.servers[props.serverId]?.info}>
      {(info) => (
        <Show when={info().kind !== 'foreign'} fallback={<ForeignRow info={info()} />}>
          <div class={styles.server} data-health={shown()} title={explain(info())}>
            <HealthIcon health={shown()} label={HEALTH_NAMES[info().health]} />
            <span class={styles.name}>{serverWords(info()).name}</span>
            <Show when={serverWords(info()).port}>
              {(port) => <span class={styles.figure}>{port()}</span>}
            </Show>
            <Figures info={info()} onUnlock={props.onUnlock} />
            <For each={troubleOf(state.servers[props.serverId], droppedHere(props.serverId))}>
              {(line) => <p class={styles.hint}>{line}</p>}
            </For>
          </div>
        </Show>
      )}
    </Show>
  )
}

/** Another user's server can be neither opened nor asked: there is no more to say of it, and nothing to press. */
function ForeignRow(props: { info: ServerInfo }): JSX.Element {
  const owner = () => (props.info.user ? ` (${oneLine(props.info.user)})` : '')
  return (
    <div
      class={styles.server}
      data-kind="foreign"
      title="It belongs to another user of this machine. The console sends nothing to it."
    >
      <HealthIcon health="locked" label="Not yours" />
      <span class={styles.foreign}>
        Port {props.info.port}: another user's server{owner()}
      </span>
    </div>
  )
}

function Figures(props: { info: ServerInfo; onUnlock: () => void }): JSX.Element {
  return (
    <span class={styles.figures}>
      <Show
        when={props.info.health === 'healthy'}
        fallback={
          <Show when={props.info.health === 'locked'} fallback={HEALTH_NAMES[props.info.health]}>
            locked
            <IconButton
              name={`Enter the password of ${nameServer(props.info)}`}
              size="small"
              onClick={() => props.onUnlock()}
            >
              <KeyRound />
            </IconButton>
          </Show>
        }
      >
        <span>{props.info.version}</span>
        <Show when={props.info.rssBytes}>{(bytes) => <Usage info={props.info} rssBytes={bytes()} />}</Show>
      </Show>
    </span>
  )
}

/** Memory and processor in short; pressed, over time. */
function Usage(props: { info: ServerInfo; rssBytes: number }): JSX.Element {
  const memory = () => formatBytes(props.rssBytes)
  const cpu = () => formatPercent(props.info.cpuPercent ?? 0)
  return (
    <button
      type="button"
      class={styles.usage}
      data-over={props.info.memoryWarning ? '' : undefined}
      aria-label={`Memory and processor: ${memory()}, ${cpu()}`}
      {...tip(COMMAND_LIST.figures.title)}
      onClick={() => runCommand('figures')}
    >
      <Show when={props.info.memoryWarning}>
        <TriangleAlert size={12} aria-hidden="true" />
      </Show>
      <span class={styles.memory}>{memory()}</span>
      <span class={styles.cpu}>{cpu()}</span>
    </button>
  )
}

/** All that is known of it, for the tooltip. */
function explain(info: ServerInfo): string {
  const lines = [
    `${info.url} · ${HEALTH_NAMES[info.health]}`,
    info.version && `engine ${info.version}`,
    info.pid && `process ${info.pid}`,
    info.startedAt && `since ${formatExact(info.startedAt)}`,
    info.problem?.message,
  ]
  return lines.filter(Boolean).join('\n')
}
