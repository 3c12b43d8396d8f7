import { createMemo, type JSX } from 'solid-js'
import { Picker } from '../../../ui/picker.tsx'
import { useSession } from '../../session-view.ts'
import { capital } from './capital.ts'
import { shownName } from '../complete/mention.ts'
import { chooseAgent } from '../session-choice.ts'
import { ChoicesFailure } from './choices-failure.tsx'
import type { ChoicePickerProps } from './model-picker.tsx'

export const AgentPicker = (props: ChoicePickerProps): JSX.Element => {
  const { ref } = useSession()
  const options = createMemo(() =>
    (props.choices.data()?.agents ?? []).map((agent) => ({
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
      selected={props.choice.agent ?? undefined}
      loading={props.choices.loading()}
      error={props.choices.problem() && <ChoicesFailure choices={props.choices} />}
      // The one that is chosen stays with the model that was chosen for it.
      onPick={({ agent }) => agent.name !== props.choice.agent && chooseAgent(ref, agent)}
    />
  )
}
