import type { JSX } from 'solid-js'
import { createLayer } from './create-layer.tsx'

export interface SheetProps {
  open: boolean
  onClose: () => void
  /** The accessible name. */
  title: string
  /** The edge it comes from. */
  side: 'left' | 'right'
  /** Takes all the room there is, up to what two columns of code need. */
  wide?: boolean
  /** As wide as cards are. */
  cards?: boolean
  children: JSX.Element
}

/** A drawer over the page, for what has no room beside it on a narrow screen. The content brings its own heading. */
export const Sheet = createLayer<SheetProps>(async () => (await import('./sheet-layer.tsx')).SheetLayer)
