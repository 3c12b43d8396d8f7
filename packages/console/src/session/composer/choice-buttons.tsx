import ChevronDown from 'lucide-solid/icons/chevron-down'
import { createSignal, onMount, Show, type JSX } from 'solid-js'
import { createLayer } from '../../ui/create-layer.tsx'
import { contributeCommands } from '../../commands/registry.ts'
import type { ChoicesView } from './available-choices.ts'
import { capital } from './choose/capital.ts'
import { shownName } from './complete/mention.ts'
import styles from './composer.module.css'
import { findModel, type Choice } from './prompt-choice.ts'

const ModelPicker = createLayer(async () => (await import('./choose/model-picker.tsx')).ModelPicker)
const VariantPicker = createLayer(async () => (await import('./choose/variant-picker.tsx')).VariantPicker)
const AgentPicker = createLayer(async () => (await import('./choose/agent-picker.tsx')).AgentPicker)

interface ButtonsProps {
  choice: Choice
  choices: ChoicesView
}

type Which = 'model' | 'agent' | 'variant'

/** What the next prompt goes to: a model, how hard it thinks, and an agent, each with a list to choose from. */
export const ChoiceButtons = (props: ButtonsProps): JSX.Element => {
  const [open, setOpen] = createSignal<Which>()
  const show = (which: Which) => {
    // A provider may have been set up since; what is known stays in view meanwhile.
    if (which !== 'variant') props.choices.refresh()
    setOpen(which)
  }
  const close = () => setOpen(undefined)
  const loading = (fallback: string) => (props.choices.loading() ? 'loading' : fallback)
  const known = () => findModel(props.choices.data(), props.choice.model)
  const modelName = () => {
    const { model } = props.choice
    return model ? shownName(known()?.name ?? model.modelID) : loading('none')
  }
  const agentName = () => {
    const { agent } = props.choice
    if (!agent) return loading('default')
    const found = props.choices.data()?.agents.find((each) => each.name === agent)
    return shownName(found?.displayName ?? capital(agent))
  }
  onMount(() =>
    contributeCommands(() => [
      { id: 'session.model', run: () => show('model') },
      { id: 'session.agent', run: () => show('agent') },
    ]),
  )
  return (
    <>
      <ChoiceButton what="Model" name={modelName()} onPress={() => show('model')} />
      <Show when={(known()?.variants.length ?? 0) > 0}>
        <ChoiceButton
          what="Variant"
          name={shownName(props.choice.variant || 'default')}
          shown={props.choice.variant ? undefined : 'variant'}
          onPress={() => show('variant')}
        />
      </Show>
      <ChoiceButton what="Agent" name={agentName()} onPress={() => show('agent')} />
      <ModelPicker {...props} open={open() === 'model'} onClose={close} />
      <VariantPicker {...props} open={open() === 'variant'} onClose={close} />
      <AgentPicker {...props} open={open() === 'agent'} onClose={close} />
    </>
  )
}

const ChoiceButton = (props: {
  what: string
  name: string
  /** In place of the name, where that says nothing by itself. */
  shown?: string | undefined
  onPress: () => void
}): JSX.Element => (
  <button
    type="button"
    class={styles.choice}
    aria-haspopup="dialog"
    aria-label={`${props.what}: ${props.name}`}
    onClick={() => props.onPress()}
  >
    <span class={styles.choiceName}>{props.shown ?? props.name}</span>
    <ChevronDown size={14} aria-hidden="true" />
  </button>
)
