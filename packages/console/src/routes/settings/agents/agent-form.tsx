import type { AgentPreview } from '@kilo-console/engine/edge/agents'
import { createResource, Show, type JSX } from 'solid-js'
import { createStore } from 'solid-js/store'
import { previewAgent } from '../../../sdk/settings/agent-files.ts'
import { toProblem } from '../../../sdk/problem.ts'
import { escapeInvisible } from '../../../ui/escape-invisible.ts'
import { Notice } from '../../../ui/notice.tsx'
import { settled } from '../../../ui/settled.ts'
import { ChangeActions } from '../change/change-actions.tsx'
import { createChange } from '../change/create-change.ts'
import type { RowContext } from '../configuration/setting-row.tsx'
import { filePath } from '../configuration/source-text.ts'
import { kindOf, lostOf, nameProblem } from './agent-facts.ts'
import { AgentFields } from './agent-fields.tsx'
import styles from './agents.module.css'
import { builtOf, createAgentPlan, draftOf, type Edited } from './plan-agent.ts'

interface AgentFormProps extends Edited {
  taken: readonly string[]
  onClose: () => void
}

/** An agent as it is written: into a file of its own, or into the settings file that has it. */
export function AgentForm(props: AgentFormProps): JSX.Element {
  const { agent, context } = props
  const [draft, setDraft] = createStore(draftOf(agent))
  const isSet = agent !== undefined && kindOf(agent, context.configuration()) === 'settings'
  const file = agent?.files.at(-1)
  const problem = () => {
    const wrong = agent ? undefined : nameProblem(draft.name, props.taken)
    return wrong ?? (draft.prompt.trim() === '' ? 'It needs a prompt.' : undefined)
  }
  const built = () => builtOf(draft, props)
  const [preview] = createResource(
    () => (isSet || problem() ? undefined : JSON.stringify(built())),
    (): Promise<PreviewAnswer> =>
      previewAgent(context.place(), built()).catch((error: unknown) => ({
        problem: toProblem(error).message,
      })),
  )
  const place = () => ({ ...context.place(), scope: isSet ? context.place().scope : built().scope })
  const plan = createAgentPlan(props, { isSet, draft, place, built })
  const change = createChange(place, () => (problem() === undefined ? plan() : undefined), props.onClose)
  const lost = () => (isSet ? [] : lostOf(file?.text))
  return (
    <div class={styles.form}>
      <AgentFields draft={draft} onChange={setDraft} isNew={!agent} />
      <Show when={problem()}>{(text) => <p class={styles.amber}>{text()}</p>}</Show>
      <Show when={lost().length > 0}>
        <Notice
          tone="warning"
          title={`Not kept: ${lost().join(', ')}`}
          hint="Kilo writes the head of the file anew, without these. Comments in it go too."
        />
      </Show>
      <Show when={agent && !isSet && !file}>
        <Notice
          tone="warning"
          title="Its file can’t be read from here"
          hint="What it says besides the fields above and its rules is not kept."
        />
      </Show>
      <Preview answer={settled(preview)} context={context} />
      <ChangeActions
        change={change}
        label={agent ? 'Save' : 'Add agent'}
        disabled={context.locked() || problem() !== undefined}
        onCancel={props.onClose}
      />
    </div>
  )
}

type PreviewAnswer = AgentPreview | { problem: string }

/** The file as it would be then. */
const Preview = (props: { answer: PreviewAnswer | undefined; context: RowContext }): JSX.Element => {
  const file = () => (props.answer && 'path' in props.answer ? props.answer : undefined)
  const problem = () => (props.answer && 'problem' in props.answer ? props.answer.problem : undefined)
  return (
    <>
      <Show when={problem()}>{(text) => <Notice tone="error" title={text()} />}</Show>
      <Show when={file()}>
        {(written) => (
          <details class={styles.fileBox}>
            <summary>
              Written to <code>{filePath(written().path, props.context.from())}</code>
            </summary>
            <pre class={styles.text} tabIndex={0}>
              {escapeInvisible(written().markdown)}
            </pre>
          </details>
        )}
      </Show>
    </>
  )
}
