import type { JSX } from 'solid-js'
import { createLayer } from './create-layer.tsx'
import { createFocusReturn } from './focus-return.ts'

export interface DialogProps {
  open: boolean
  onClose: () => void
  /** The accessible name, and the heading unless `bare`. */
  title: string
  /** One sentence under the heading. */
  description?: JSX.Element
  children: JSX.Element
  /** Buttons at the lower edge, the main one last. */
  footer?: JSX.Element
  /** No heading and no padding: the content brings its own. */
  bare?: boolean
  width?: 'narrow' | 'medium' | 'wide'
}

const Layer = createLayer<DialogProps>(async () => (await import('./dialog-layer.tsx')).DialogLayer)

/** A modal dialog: keeps the focus, gives it back, closes on Escape and on a press outside. */
export const Dialog = (props: DialogProps): JSX.Element => {
  // Here, because by the time that the layer is there the focus may be elsewhere.
  createFocusReturn(() => props.open)
  return <Layer {...props} />
}
