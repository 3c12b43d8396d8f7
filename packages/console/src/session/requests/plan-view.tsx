import { createResource, Show, untrack, type JSX } from 'solid-js'
import { Markdown } from '../../code/markdown/markdown.tsx'
import { toProblem } from '../../sdk/problem.ts'
import { useConsole } from '../../store/context.ts'
import type { Question } from '../../store/types.ts'
import { Notice } from '../../ui/notice.tsx'
import { PathText } from '../../ui/path-text.tsx'
import { settled } from '../../ui/settled.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { NO_PLAN_FILE, whyNoPlan } from './plan-words.ts'
import { readPlan } from './read-plan.ts'
import styles from './plan.module.css'

/** The plan that is to be carried out, as it was written. */
export const PlanView = (props: { serverId: string; request: Question; directory: string }): JSX.Element => {
  const { state } = useConsole()
  const [plan, { refetch }] = createResource(
    () => props.request.id,
    () => {
      const { serverId, request, directory } = props
      const { sessionID: sessionId } = request
      const transcript = untrack(() => state.servers[serverId]?.transcripts[sessionId])
      return readPlan({ serverId, sessionId, directory }, transcript)
    },
  )
  const text = () => {
    const view = settled(plan)?.view
    return view?.kind === 'text' ? view.text : undefined
  }
  return (
    <>
      <Show when={plan.loading}>
        <Skeleton rows={4} height={18} label="Loading the plan" />
      </Show>
      <Show when={plan.error as unknown}>
        {(error) => (
          <Notice
            tone="warning"
            title={`Couldn’t read the plan: ${toProblem(error()).message}`}
            hint={toProblem(error()).hint}
            onRetry={() => void refetch()}
          />
        )}
      </Show>
      <Show when={plan.state === 'ready' && !settled(plan)}>
        <p class={styles.planFile}>{NO_PLAN_FILE}</p>
      </Show>
      <Show when={settled(plan)}>
        {(found) => (
          <>
            <p class={styles.planFile}>
              <PathText path={found().file} code /> {whyNoPlan(found().view)}
            </p>
            <Show when={text()}>
              {(shown) => (
                <div class={styles.plan} role="group" aria-label="Plan" tabIndex={0}>
                  <Markdown text={shown()} writing={false} />
                </div>
              )}
            </Show>
          </>
        )}
      </Show>
    </>
  )
}
