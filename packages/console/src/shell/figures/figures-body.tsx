import RotateCw from 'lucide-solid/icons/rotate-cw'
import { For, Show, type JSX } from 'solid-js'
import { DAEMON_ID } from '../../../shared/api.ts'
import { runCommand } from '../../commands/registry.ts'
import { useConsole } from '../../store/context.ts'
import { Button } from '../../ui/button.tsx'
import { createNow } from '../../ui/clock.ts'
import { formatBytes, formatDuration } from '../../ui/format.ts'
import { Notice } from '../../ui/notice.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useShell } from '../../frame/shell-context.ts'
import { createFigures } from './create-figures.ts'
import styles from './figures.module.css'
import { Plot } from './plot.tsx'
import { toPoints } from './series.ts'
import { factsOf } from './facts.ts'

const MEGABYTE = 2 ** 20
const MEMORY_STEPS = [10, 25, 50, 100, 200, 256, 512, 1024, 2048, 4096, 8192].map((size) => size * MEGABYTE)
const CPU_STEPS = [1, 2, 5, 10, 20, 25, 50, 100, 200, 400]
const percent = (value: number) => `${value < 10 ? Number(value.toFixed(1)) : Math.round(value)}%`

/** What the managed daemon uses: now in words, over the last minutes as lines. */
export default function FiguresBody(): JSX.Element {
  const { state } = useConsole()
  const { close } = useShell()
  const { figures, problem, retry } = createFigures(DAEMON_ID)
  const now = createNow(1000)
  const server = () => state.servers[DAEMON_ID]
  const restart = () => {
    close('figures')
    runCommand('daemon-restart')
  }
  return (
    <div class={styles.body}>
      <Show when={server()?.info.memoryWarning}>
        {(warning) => (
          <Notice
            tone="warning"
            title={`The engine uses more than ${formatBytes(warning().limitBytes)}`}
            hint="Restart it when nothing is working. KILO_MEMORY_LIMIT sets another limit."
            actions={
              <Button size="small" icon={<RotateCw size={12} />} onClick={restart}>
                Restart
              </Button>
            }
          />
        )}
      </Show>
      <Show when={problem()}>
        {(shown) => <Notice tone="error" title={shown().message} hint={shown().hint} onRetry={retry} />}
      </Show>
      <dl class={styles.facts}>
        <For each={factsOf(server(), now())}>
          {([name, value]) => (
            <div>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          )}
        </For>
      </dl>
      <Show when={figures()} fallback={<Skeleton rows={2} height={166} label="Reading the figures" />}>
        {(read) => (
          <Show
            when={read().samples.length > 0}
            fallback={
              <p class={styles.empty}>
                Nothing was measured yet. The host looks every {formatDuration(read().everyMs)} while the
                daemon runs, and keeps ten minutes.
              </p>
            }
          >
            <Plot
              title="Memory"
              points={toPoints(read().samples, read().everyMs, ({ rssBytes }) => rssBytes)}
              format={formatBytes}
              steps={MEMORY_STEPS}
              floor={256 * MEGABYTE}
              limit={read().limitBytes}
            />
            <Plot
              title="Processor"
              points={toPoints(read().samples, read().everyMs, ({ cpuPercent }) => cpuPercent)}
              format={percent}
              steps={CPU_STEPS}
              floor={10}
            />
          </Show>
        )}
      </Show>
    </div>
  )
}
