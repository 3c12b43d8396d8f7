import { createResource, For, type JSX } from 'solid-js'
import { readChoices } from '../../store/choices.ts'
import type { PromptChoice } from '../../store/types.ts'
import { settled } from '../../ui/settled.ts'
import styles from './hand-over.module.css'
import type { Target } from './targets.ts'

interface TargetChoicesProps {
  target: Target
  choice: PromptChoice
  onChoice: (choice: PromptChoice) => void
}

/** Who answers there: its agents and models. What is not chosen the engine decides, as for any prompt. */
export const TargetChoices = (props: TargetChoicesProps): JSX.Element => {
  const place = () => ({ serverId: props.target.serverId, directory: props.target.directory })
  const [choices] = createResource(place, (place) => readChoices(place).catch(() => undefined))
  const models = () => settled(choices)?.models ?? []
  const change = (change: Partial<PromptChoice>) => {
    const { agent, model, ...rest } = { ...props.choice, ...change }
    props.onChoice({ ...rest, ...(agent ? { agent } : {}), ...(model ? { model } : {}) })
  }
  return (
    <>
      <label class={styles.choice}>
        Agent
        <select onChange={(event) => change({ agent: event.currentTarget.value })}>
          <option value="">Default</option>
          <For each={settled(choices)?.agents}>
            {(agent) => <option value={agent.name}>{agent.displayName ?? agent.name}</option>}
          </For>
        </select>
      </label>
      <label class={styles.choice}>
        Model
        <select
          onChange={({ currentTarget }) => {
            const model = models()[Number(currentTarget.value)]
            change({
              model: model && { providerID: model.providerID, modelID: model.modelID },
            } as PromptChoice)
          }}
        >
          <option value="">Default</option>
          <For each={models()}>{(model, index) => <option value={index()}>{model.name}</option>}</For>
        </select>
      </label>
    </>
  )
}
