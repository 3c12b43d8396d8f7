import { Show, type JSX } from 'solid-js'
import { Dialog } from './dialog.tsx'
import { PickerBody } from './picker-body.tsx'
import type { PickerOption } from './picker-rows.ts'

export type { PickerOption } from './picker-rows.ts'

export interface PickerProps<O extends PickerOption> {
  open: boolean
  onClose: () => void
  /** The dialog's accessible name. */
  title: string
  options: readonly O[]
  onPick: (option: O) => void
  /** The option in force now: marked, and where the selection starts. */
  selected?: string | undefined
  placeholder?: string | undefined
  loading?: boolean | undefined
  /** What to say when there is nothing to choose from at all. */
  empty?: JSX.Element
  /** Shown in place of the options: a Notice that says what went wrong. */
  error?: JSX.Element
  /** Makes an option out of what was typed, where that makes sense (a path). It comes last. */
  freeText?: ((query: string) => O | undefined) | undefined
  footer?: JSX.Element
}

/** A dialog to choose one of many: a textbox "Search" over a listbox. Closes itself when something is picked. */
export const Picker = <O extends PickerOption>(props: PickerProps<O>): JSX.Element => (
  <Dialog open={props.open} onClose={props.onClose} title={props.title} width="medium" bare>
    <Show when={props.open}>
      <PickerBody {...props} />
    </Show>
  </Dialog>
)
