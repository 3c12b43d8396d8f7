import type { AgentPreview } from '@kilo-console/engine/edge/agents'
import { createResource, createSignal, Show, type JSX } from 'solid-js'
import { previewAgent } from '../../../sdk/settings/agent-files.ts'
import { toProblem } from '../../../sdk/problem.ts'
import { escapeInvisible } from '../../../ui/escape-invisible.ts'
import { Notice } from '../../../ui/notice.tsx'
import { settled } from '../../../ui/settled.ts'
import { ChangeActions } from '../change/change-actions.tsx'
import { createChange } from '../change/create-change.ts'
import { useDrafts } from '../change/drafts.ts'
import { SavedForm } from '../change/saved-form.tsx'
import type { RowContext } from '../configuration/setting-row.tsx'
import { filePath } from '../configuration/source-text.ts'
import { kindOf, lostOf } from './agent-facts.ts'
import { AgentFields } from './agent-fields.tsx'
import styles from './agents.module.css'
import { builtOf, createAgentPlan, draftOf, type Draft, type Edited } from './plan-agent.ts'
import { isEmpty, problemsOf } from './written-problems.ts'

interface AgentFormProps extends Edited {
  taken: readonly string[]
  onClose: () => void
}

/** An agent as it is written: into a file of its own, or into the settings file that has it. */
export function AgentForm(props: AgentFormProps): JSX.Element {
  const { agent, context } = props
  const { draft, set, begun, forget } = useDrafts().of(
    context.place(),
    `agent ${agent?.name ?? ''}`,
    (): Draft => draftOf(agent, props.read.value()),
  )
  const [isTried, setTried] = createSignal(false)
  const isSet = agent !== undefined && kindOf(agent, context.configuration()) === 'settings'
  const file = agent?.files.at(-1)
  const problems = (tried: boolean) =>
    problemsOf({ name: draft.name, text: draft.prompt }, agent ? undefined : props.taken, tried)
  const isWrong = () => !isEmpty(problems(true))
  const built = () => builtOf(draft, props)
  const [preview] = createResource(
    () => (isSet || isWrong() ? undefined : JSON.stringify(built())),
    (): Promise<PreviewAnswer> =>
      previewAgent(context.place(), built()).catch((error: unknown) => ({
        problem: toProblem(error).message,
      })),
  )
  const place = () => ({ ...context.place(), scope: isSet ? context.place().scope : built().scope })
  const plan = createAgentPlan(props, { isSet, draft, begun, place, built })
  const close = () => {
    forget()
    props.onClose()
  }
  const change = createChange(
    place,
    () => {
      setTried(true)
      return isWrong() ? undefined : plan()
    },
    close,
  )
  const lost = () => (isSet ? [] : lostOf(file?.text))
  return (
    <SavedForm class={styles.form}>
      <AgentFields draft={draft} onChange={set} isNew={!agent} problems={problems(isTried())} />
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
        disabled={context.locked()}
        onCancel={close}
      />
    </SavedForm>
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
