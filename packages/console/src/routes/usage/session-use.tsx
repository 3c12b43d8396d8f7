import { A } from '@solidjs/router'
import ChevronRight from 'lucide-solid/icons/chevron-right'
import { createResource, createSignal, createUniqueId, For, Show, type JSX } from 'solid-js'
import { modelUsage } from '../../sdk/model-usage.ts'
import { toProblem } from '../../sdk/problem.ts'
import { useConsole } from '../../store/context.ts'
import { links } from '../../store/links.ts'
import { formatCompact, formatCost, formatPlural } from '../../ui/format.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { RelativeTime } from '../../ui/time.tsx'
import { countsOf, nameModel, nameProject, nameRow, sayTokens } from './names.ts'
import styles from './session-list.module.css'
import { tokensOf, type CountedRow, type Measure } from './tally.ts'

/** One session and what it took; what each model took of it on demand. */
export function SessionUse(props: { row: CountedRow; measure: Measure }): JSX.Element {
  const { can, state } = useConsole()
  const [open, setOpen] = createSignal(false)
  const id = createUniqueId()
  const main = () =>
    props.measure === 'cost'
      ? formatCost(props.row.cost)
      : `${formatCompact(tokensOf(props.row.tokens))} tokens`
  return (
    <li class={styles.row} aria-labelledby={id}>
      <div class={styles.line}>
        <Show
          when={!props.row.parentID && can(props.row.serverId, 'model-usage')}
          fallback={<span class={styles.none} />}
        >
          <IconButton
            name="By model"
            size="small"
            class={styles.toggle ?? ''}
            aria-expanded={open()}
            aria-describedby={id}
            onClick={() => setOpen(!open())}
          >
            <ChevronRight />
          </IconButton>
        </Show>
        <div class={styles.names}>
          <A id={id} class={styles.title} dir="auto" href={links.session(props.row.serverId, props.row.id)}>
            {nameRow(props.row)}
          </A>
          <span class={styles.meta}>
            <Show when={props.row.parentID}>
              <span>subagent</span>
            </Show>
            <span class={styles.place}>{nameProject(props.row, state.info?.home)}</span>
            <span class={styles.place}>{nameModel(props.row)}</span>
            <RelativeTime at={props.row.created} />
          </span>
        </div>
        <div class={styles.figures}>
          <span>{main()}</span>
          <span class={styles.tokens}>{sayTokens(props.row)}</span>
        </div>
      </div>
      <Show when={open()}>
        <ByModel row={props.row} />
      </Show>
    </li>
  )
}

function ByModel(props: { row: CountedRow }): JSX.Element {
  const [models, { refetch }] = createResource(async () => {
    try {
      return { models: await modelUsage(props.row.serverId, props.row.id) }
    } catch (error) {
      return { problem: toProblem(error) }
    }
  })
  const problem = () => {
    const read = models.latest
    return read && 'problem' in read ? read.problem : undefined
  }
  const list = () => {
    const read = models.latest
    return read && 'models' in read ? read.models : undefined
  }
  return (
    <div class={styles.models}>
      <Show
        when={!models.loading}
        fallback={<Skeleton rows={1} height={28} label="Reading what each model took" />}
      >
        <Show when={problem()}>
          {(why) => (
            <Notice
              tone="error"
              title={`Couldn’t read it: ${why().message}`}
              onRetry={() => void refetch()}
            />
          )}
        </Show>
        <Show when={list()}>
          {(found) => (
            <>
              <Show when={found().length === 0}>
                <p>No model has answered here.</p>
              </Show>
              <ul>
                <For each={found()}>
                  {(each) => (
                    <li class={styles.model}>
                      <span class={styles.title} dir="auto">
                        {nameModel({ model: each })}
                      </span>
                      <span>{formatPlural(each.steps, 'request')}</span>
                      <span>{sayTokens({ tokens: countsOf(each.tokens) })}</span>
                      <span>{formatCost(each.cost)}</span>
                    </li>
                  )}
                </For>
              </ul>
              <p class={styles.note}>Its subagents are in these figures.</p>
            </>
          )}
        </Show>
      </Show>
    </div>
  )
}
