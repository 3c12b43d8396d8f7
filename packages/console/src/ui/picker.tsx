import { Show, type JSX } from 'solid-js'
import { Dialog } from './dialog.tsx'
import { PickerBody, type PickerBodyProps } from './picker-body.tsx'
import type { PickerOption } from './picker-rows.ts'

export type { PickerOption } from './picker-rows.ts'

interface PickerProps<O extends PickerOption> extends PickerBodyProps<O> {
  open: boolean
}

/** A dialog to choose one of many: a textbox "Search" over a listbox. Closes itself when something is picked. */
export const Picker = <O extends PickerOption>(props: PickerProps<O>): JSX.Element => (
  <Dialog open={props.open} onClose={props.onClose} title={props.title} width="medium" bare>
    <Show when={props.open}>
      <PickerBody {...props} />
    </Show>
  </Dialog>
)
