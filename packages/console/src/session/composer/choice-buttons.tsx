import ChevronDown from 'lucide-solid/icons/chevron-down'
import { createMemo, createSignal, type JSX } from 'solid-js'
import type { ModelRef } from '../../store/types.ts'
import { formatCompact } from '../../ui/format.ts'
import { Notice } from '../../ui/notice.tsx'
import { Picker } from '../../ui/picker.tsx'
import { CodeWords } from '../code-words.tsx'
import { useSession } from '../session-view.ts'
import { findModel, type Choice } from './prompt-choice.ts'
import type { ChoicesView } from './available-choices.ts'
import { chooseAgent, chooseModel } from './session-choice.ts'
import styles from './composer.module.css'

const modelKey = ({ providerID, modelID }: ModelRef) => `${providerID}/${modelID}`
const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1)

interface ButtonsProps {
  choice: Choice
  choices: ChoicesView
}

const Failure = (props: { choices: ChoicesView }): JSX.Element => (
  <Notice
    tone="error"
    title={`Couldn’t load the choices: ${props.choices.problem()?.message ?? ''}`}
    hint={props.choices.problem()?.hint}
    onRetry={props.choices.refresh}
    retrying={props.choices.loading()}
  />
)

/** What the next prompt goes to: a model and an agent, each with a list to choose from. */
export const ChoiceButtons = (props: ButtonsProps): JSX.Element => {
  const [open, setOpen] = createSignal<'model' | 'agent'>()
  const show = (which: 'model' | 'agent') => {
    // A provider may have been set up since; what is known stays in view meanwhile.
    props.choices.refresh()
    setOpen(which)
  }
  const close = () => setOpen(undefined)
  return (
    <>
      <ModelButton {...props} onPress={() => show('model')} />
      <AgentButton {...props} onPress={() => show('agent')} />
      <ModelPicker {...props} open={open() === 'model'} onClose={close} />
      <AgentPicker {...props} open={open() === 'agent'} onClose={close} />
    </>
  )
}

const ModelButton = (props: ButtonsProps & { onPress: () => void }): JSX.Element => {
  const name = () => {
    const { model } = props.choice
    if (!model) return props.choices.loading() ? 'loading' : 'none'
    return findModel(props.choices.data(), model)?.name ?? model.modelID
  }
  return (
    <button
      type="button"
      class={styles.choice}
      aria-haspopup="dialog"
      aria-label={`Model: ${name()}`}
      onClick={() => props.onPress()}
    >
      <span class={styles.choiceName}>{name()}</span>
      <ChevronDown size={14} aria-hidden="true" />
    </button>
  )
}

const AgentButton = (props: ButtonsProps & { onPress: () => void }): JSX.Element => {
  const name = () => {
    const { agent } = props.choice
    if (!agent) return props.choices.loading() ? 'loading' : 'default'
    return props.choices.data()?.agents.find((each) => each.name === agent)?.displayName ?? capital(agent)
  }
  return (
    <button
      type="button"
      class={styles.choice}
      aria-haspopup="dialog"
      aria-label={`Agent: ${name()}`}
      onClick={() => props.onPress()}
    >
      <span class={styles.choiceName}>{name()}</span>
      <ChevronDown size={14} aria-hidden="true" />
    </button>
  )
}

interface PickerProps extends ButtonsProps {
  open: boolean
  onClose: () => void
}

const ModelPicker = (props: PickerProps): JSX.Element => {
  const { ref } = useSession()
  const options = createMemo(() =>
    (props.choices.data()?.models ?? []).map((model) => ({
      id: modelKey(model),
      title: model.name,
      detail: model.contextLimit > 0 ? `${formatCompact(model.contextLimit)} context` : undefined,
      group: model.provider,
      keywords: `${model.provider} ${modelKey(model)}`,
      model,
    })),
  )
  return (
    <Picker
      open={props.open}
      onClose={props.onClose}
      title="Model"
      placeholder="Search models"
      options={options()}
      selected={props.choice.model ? modelKey(props.choice.model) : undefined}
      loading={props.choices.loading()}
      error={props.choices.problem() && <Failure choices={props.choices} />}
      empty={<CodeWords text="No provider is set up. Run `kilo auth login`, then open this again." />}
      onPick={({ model }) => chooseModel(ref, model)}
    />
  )
}

const AgentPicker = (props: PickerProps): JSX.Element => {
  const { ref } = useSession()
  const options = createMemo(() =>
    (props.choices.data()?.agents ?? []).map((agent) => ({
      id: agent.name,
      title: agent.displayName ?? capital(agent.name),
      detail: agent.description,
      agent,
    })),
  )
  return (
    <Picker
      open={props.open}
      onClose={props.onClose}
      title="Agent"
      placeholder="Search agents"
      options={options()}
      selected={props.choice.agent ?? undefined}
      loading={props.choices.loading()}
      error={props.choices.problem() && <Failure choices={props.choices} />}
      onPick={({ agent }) => chooseAgent(ref, agent)}
    />
  )
}
