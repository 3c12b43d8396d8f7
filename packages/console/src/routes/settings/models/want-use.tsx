import { createSignal, For } from 'solid-js'
import { escapeInvisible } from '../../../ui/escape-invisible.ts'
import type { WantedChange } from '../change/change-dialog.tsx'
import styles from './models.module.css'
import type { ModelUse } from './model-uses.ts'

type Role = Pick<ModelUse, 'path' | 'title' | 'model'>

/** Takes that model from now on, for new prompts of sessions that have chosen none. */
export const setUse = ({ path, title, model: before }: Role, model: string): WantedChange => ({
  title,
  said: title,
  label: 'Save',
  changes: () => [{ path: [...path], value: model }],
  content: <Sides before={before} after={model} />,
})

export const resetUse = ({ path, title, model }: Role): WantedChange => ({
  title: `Reset ${title.toLowerCase()}`,
  said: `${title} reset`,
  label: 'Reset',
  changes: () => [{ path: [...path] }],
  content: (
    <p>
      <code>{escapeInvisible(model ?? '')}</code> is taken out of the file: what stands below it, or Kilo’s
      own choice, is in force again.
    </p>
  ),
})

/** Which agent is to take it is chosen in the dialog. */
export function setForAgent(model: string, agents: readonly string[]): WantedChange {
  const [agent, setAgent] = createSignal('')
  return {
    title: 'Model of an agent',
    said: 'Model of the agent',
    label: 'Save',
    changes: () => (agent() === '' ? [] : [{ path: ['agent', agent(), 'model'], value: model }]),
    content: (
      <>
        <label class={styles.choice}>
          Agent
          <select class={styles.field} onChange={(event) => setAgent(event.currentTarget.value)}>
            <option value="">Choose one</option>
            <For each={agents}>{(name) => <option value={name}>{escapeInvisible(name)}</option>}</For>
          </select>
        </label>
        <p>
          It answers with <code>{escapeInvisible(model)}</code> where no other model is chosen.
        </p>
      </>
    ),
  }
}

const Sides = (props: { before: string | undefined; after: string }) => (
  <dl class={styles.sides}>
    <dt>Now</dt>
    <dd>{props.before === undefined ? 'Kilo chooses' : <code>{escapeInvisible(props.before)}</code>}</dd>
    <dt>Then</dt>
    <dd>
      <code>{escapeInvisible(props.after)}</code>
    </dd>
  </dl>
)
