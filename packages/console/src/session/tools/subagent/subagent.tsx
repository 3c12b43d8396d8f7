import type { ToolPart } from '@kilocode/sdk/v2/client'
import { createMemo, For, Show, type JSX } from 'solid-js'
import { useExpansion } from '../../../code/expansion.ts'
import { useConsole } from '../../../store/context.ts'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { SessionProvider } from '../../session-view.ts'
import callStyles from '../tool-call.module.css'
import { ToolCall } from '../tool-call.tsx'
import { createSubagent, type SubagentView } from './create-subagent.ts'
import { Stand } from './stand.tsx'
import { spentWords } from './spent.ts'
import { SubagentAnswer, type Result } from './subagent-answer.tsx'
import { newestSteps, runningStep } from './subagent-work.ts'
import styles from './subagent.module.css'

/** What a subagent does, in the place where it was asked: its newest calls, live while it works, and what it wrote last. */
export const Subagent = (props: {
  sessionId: string
  part: ToolPart
  name: string
  /** Its answer, once it is done. */
  result: Result | undefined
}): JSX.Element => {
  const subagent = createSubagent(props.sessionId, () => props.part)
  const { view, work } = subagent
  const { transcripts } = useConsole()
  const load = () => view.transcript()?.load
  const problem = () => {
    const now = load()
    return now?.status === 'failed' ? now.problem : undefined
  }
  const isLoading = () => load() === undefined || ['idle', 'loading'].includes(load()?.status ?? '')
  return (
    <SessionProvider value={view}>
      <div class={styles.work} role="group" aria-label={`Work of ${props.name}`}>
        {/* They are found in the subagent's own session. */}
        <div class={styles.work} data-unsearched>
          <div class={callStyles.head}>
            <h3 class={callStyles.heading}>Steps</h3>
            {/* Where the line has no room for it. */}
            <span class={styles.spent}>{spentWords(view.session())}</span>
          </div>
          <Show when={problem()}>
            {(problem) => (
              <Notice
                tone="error"
                title={`Couldn’t load what the subagent did: ${problem().message}`}
                hint={problem().hint}
                onRetry={() => transcripts.retry(view.ref)}
              />
            )}
          </Show>
          <Show when={!problem()}>
            <Show when={!isLoading()} fallback={<p class={callStyles.nothing}>Loading…</p>}>
              <Steps {...subagent} id={`${props.part.id} steps`} />
            </Show>
          </Show>
        </div>
        <SubagentAnswer id={props.part.id} work={work()} result={props.result} />
      </div>
    </SessionProvider>
  )
}

const Steps = (props: SubagentView & { id: string }): JSX.Element => {
  const { transcripts } = useConsole()
  const expansion = useExpansion()
  const shown = createMemo(() => newestSteps(props.work().steps, expansion.portions(props.id)))
  const byId = createMemo(() => new Map(shown().map((step) => [step.part.id, step])))
  const ids = createMemo(() => [...byId().keys()])
  const hidden = () => props.work().steps.length - shown().length
  const transcript = () => props.view.transcript()
  const problem = () => {
    const load = transcript()?.olderLoad
    return load?.status === 'failed' ? load.problem : undefined
  }
  const loadOlder = () => void transcripts.loadOlder(props.view.ref)
  const showEarlier = () => {
    expansion.showMore(props.id)
    if (newestSteps(props.work().steps, expansion.portions(props.id)).length === props.work().steps.length)
      loadOlder()
  }
  return (
    <>
      <Show when={hidden() > 0 || (transcript()?.older && !problem())}>
        <Button
          size="small"
          variant="ghost"
          busy={transcript()?.olderLoad.status === 'loading'}
          disabled={hidden() === 0 && !props.view.reachable()}
          onClick={showEarlier}
        >
          Show earlier steps
        </Button>
      </Show>
      <Show when={problem()}>
        {(problem) => (
          <Notice
            tone="error"
            title={`Couldn’t load earlier steps: ${problem().message}`}
            hint={problem().hint}
            onRetry={loadOlder}
          />
        )}
      </Show>
      <For each={ids()}>
        {(id) => (
          <Show when={byId().get(id)}>
            {(step) => <ToolCall part={step().part} live={step().live} cut={step().part.cut} />}
          </Show>
        )}
      </For>
      <Show when={ids().length === 0 && !props.stand() && !transcript()?.older}>
        <p class={callStyles.nothing}>It used no tools.</p>
      </Show>
      <Show when={!runningStep(props.work()) && props.stand()}>{(stand) => <Stand {...stand()} />}</Show>
    </>
  )
}
