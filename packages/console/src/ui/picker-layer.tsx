import { Show, type JSX } from 'solid-js'
import { DialogLayer } from './dialog-layer.tsx'
import { PickerBody } from './picker-body.tsx'
import type { PickerOption } from './picker-rows.ts'
import type { PickerProps } from './picker.tsx'

/** What `Picker` shows. */
export const PickerLayer = <O extends PickerOption>(props: PickerProps<O>): JSX.Element => (
  <DialogLayer open={props.open} onClose={props.onClose} title={props.title} width="medium" bare>
    <Show when={props.open}>
      <PickerBody {...props} />
    </Show>
  </DialogLayer>
)
