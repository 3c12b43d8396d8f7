import type { ToolPart } from '@kilocode/sdk/v2/client'
import { Show, type JSX } from 'solid-js'
import type { PartProps } from '../../../ui/create-part.tsx'
import { StateIcon } from '../../../ui/state-icon.tsx'
import { ToolIcon } from '../tool-icon.tsx'
import { toolLineOf } from '../tool-line.ts'
import { createSubagent } from './create-subagent.ts'
import { Stand } from './stand.tsx'
import { runningStep, type Step } from './subagent-work.ts'
import styles from './subagent.module.css'

/** Under the closed line of a subagent that is at work: the call that it is at. */
export const SubagentNow = (props: PartProps & { sessionId: string; part: ToolPart }): JSX.Element => {
  const { view, work, stand } = createSubagent(props.sessionId, () => props.part)
  const waits = () => view.requests().length > 0
  return (
    <div class={styles.now} data-unsearched>
      <Show when={runningStep(work())} fallback={<Stand activity="working" words="Starting" {...stand()} />}>
        {(step) => <Call step={step()} directory={view.directory()} waits={waits()} />}
      </Show>
    </div>
  )
}

const Call = (props: { step: Step; directory: string; waits: boolean }): JSX.Element => {
  const line = () => toolLineOf(props.step.part, props.directory, props.step.live)
  return (
    <p class={styles.stand}>
      <Show when={props.waits} fallback={<ToolIcon icon={line().icon} />}>
        <StateIcon activity="permission" label="waiting for you" />
      </Show>
      <span class={styles.name}>{line().name}</span>
      <span class={styles.cut} data-kind={line().kind}>
        {line().subject}
      </span>
    </p>
  )
}
