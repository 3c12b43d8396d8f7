import { createMemo, type JSX } from 'solid-js'
import { Picker } from '../../../ui/picker.tsx'
import { useSession } from '../../session-view.ts'
import { shownName } from '../complete/mention.ts'
import { findModel } from '../prompt-choice.ts'
import { chooseVariant } from '../session-choice.ts'
import type { ChoicePickerProps } from './model-picker.tsx'

/** How hard the model is to think: its own words for it. */
export const VariantPicker = (props: ChoicePickerProps): JSX.Element => {
  const { ref } = useSession()
  const options = createMemo(() => [
    { id: '', title: 'Default' },
    ...(findModel(props.choices.data(), props.choice.model)?.variants ?? []).map((variant) => ({
      id: variant,
      title: shownName(variant),
    })),
  ])
  return (
    <Picker
      open={props.open}
      onClose={props.onClose}
      title="Variant"
      placeholder="Search variants"
      options={options()}
      selected={props.choice.variant ?? ''}
      onPick={({ id }) => props.choice.model && chooseVariant(ref, props.choice.model, id)}
    />
  )
}
