import { createResource, For, type JSX } from 'solid-js'
import { readChoices } from '../../store/choices.ts'
import { useConsole } from '../../store/context.ts'
import { withoutHidden } from '../../store/without-hidden.ts'
import type { ModelRef, PromptChoice } from '../../store/types.ts'
import { modelKey } from '../composer/choose/model-options.ts'
import { settled } from '../../ui/settled.ts'
import styles from './hand-over.module.css'
import type { Target } from './targets.ts'

interface TargetChoicesProps {
  target: Target
  choice: PromptChoice
  /** What a session that is there has: it stays so where nothing else is chosen. Of a new one the engine decides. */
  kept: PromptChoice | undefined
  onChoice: (choice: PromptChoice) => void
}

/** Who answers there: its agents and models. */
export const TargetChoices = (props: TargetChoicesProps): JSX.Element => {
  const place = () => ({ serverId: props.target.serverId, directory: props.target.directory })
  const [choices] = createResource(place, (place) => readChoices(place).catch(() => undefined))
  const { state } = useConsole()
  const models = () =>
    withoutHidden(
      settled(choices)?.models ?? [],
      modelKey,
      state.info?.hidden?.models ?? [],
      props.choice.model && modelKey(props.choice.model),
    )
  const agents = () =>
    withoutHidden(
      settled(choices)?.agents ?? [],
      ({ name }) => name,
      state.info?.hidden?.agents ?? [],
      props.choice.agent,
    )
  const chosenModel = () => {
    const { model } = props.choice
    return models().findIndex((each) => isModel(each, model))
  }
  const agentName = (name: string | undefined) =>
    settled(choices)?.agents.find((each) => each.name === name)?.displayName ?? name
  const modelName = (model: ModelRef | undefined) =>
    settled(choices)?.models.find((each) => isModel(each, model))?.name ?? model?.modelID
  const change = (change: Partial<PromptChoice>) => {
    const { agent, model, ...rest } = { ...props.choice, ...change }
    props.onChoice({ ...rest, ...(agent ? { agent } : {}), ...(model ? { model } : {}) })
  }
  return (
    <>
      <label class={styles.choice}>
        Agent
        <select onChange={(event) => change({ agent: event.currentTarget.value })}>
          <option value="" selected={props.choice.agent === undefined}>
            {unchosen(props.kept, agentName(props.kept?.agent))}
          </option>
          <For each={agents()}>
            {(agent) => (
              <option value={agent.name} selected={props.choice.agent === agent.name}>
                {agent.displayName ?? agent.name}
              </option>
            )}
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
          <option value="" selected={chosenModel() < 0}>
            {unchosen(props.kept, modelName(props.kept?.model))}
          </option>
          <For each={models()}>
            {(model, index) => (
              <option value={index()} selected={chosenModel() === index()}>
                {model.name}
              </option>
            )}
          </For>
        </select>
      </label>
    </>
  )
}

const isModel = (each: ModelRef, model: ModelRef | undefined) =>
  model !== undefined && each.providerID === model.providerID && each.modelID === model.modelID

const unchosen = (kept: PromptChoice | undefined, name: string | undefined) =>
  kept ? `As before${name === undefined ? '' : `: ${name}`}` : 'Default'
