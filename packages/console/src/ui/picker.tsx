import type { Component, JSX } from 'solid-js'
import { createLayer } from './create-layer.tsx'
import { createFocusReturn } from './focus-return.ts'
import type { PickerBodyProps } from './picker-body.tsx'
import type { PickerOption } from './picker-rows.ts'

export type { PickerOption } from './picker-rows.ts'

export interface PickerProps<O extends PickerOption> extends PickerBodyProps<O> {
  open: boolean
}

const Layer = createLayer(async () => (await import('./picker-layer.tsx')).PickerLayer)

/** A dialog to choose one of many: a textbox "Search" over a listbox. Closes itself when something is picked. */
export const Picker = <O extends PickerOption>(props: PickerProps<O>): JSX.Element => {
  createFocusReturn(() => props.open)
  const LayerOfOptions = Layer as unknown as Component<PickerProps<O>>
  return <LayerOfOptions {...props} />
}
