import { createMemo, type JSX } from 'solid-js'
import { Picker } from '../../../ui/picker.tsx'
import { useSession } from '../../session-view.ts'
import { capital } from './capital.ts'
import { shownName } from '../complete/mention.ts'
import { chooseAgent } from '../session-choice.ts'
import { ChoicesFailure } from './choices-failure.tsx'
import { createUnhidden, HiddenNote } from './hidden-note.tsx'
import type { ChoicePickerProps } from './model-picker.tsx'

export const AgentPicker = (props: ChoicePickerProps): JSX.Element => {
  const { ref } = useSession()
  const selected = () => props.choice.agent ?? undefined
  const unhidden = createUnhidden('agents', () => props.choices.data()?.agents ?? [], nameOf, selected)
  const options = createMemo(() =>
    unhidden.list().map((agent) => ({
      id: agent.name,
      title: shownName(agent.displayName ?? capital(agent.name)),
      detail: agent.description && shownName(agent.description),
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
      selected={selected()}
      footer={unhidden.hidden() > 0 && <HiddenNote unhidden={unhidden} />}
      loading={props.choices.loading()}
      error={props.choices.problem() && <ChoicesFailure choices={props.choices} />}
      // The one that is chosen stays with the model that was chosen for it.
      onPick={({ agent }) => agent.name !== props.choice.agent && chooseAgent(ref, agent)}
    />
  )
}

const nameOf = ({ name }: { name: string }) => name
