import { Dialog as Kobalte } from '@kobalte/core/dialog'
import type { JSX } from 'solid-js'
import styles from './sheet.module.css'

export interface SheetProps {
  open: boolean
  onClose: () => void
  /** The accessible name. */
  title: string
  /** The edge it comes from. */
  side: 'left' | 'right'
  children: JSX.Element
}

/** A drawer over the page, for what has no room beside it on a narrow screen. The content brings its own heading. */
export const Sheet = (props: SheetProps): JSX.Element => (
  <Kobalte open={props.open} onOpenChange={(open) => !open && props.onClose()}>
    <Kobalte.Portal>
      <Kobalte.Overlay class={styles.scrim} />
      <Kobalte.Content class={styles.sheet} data-side={props.side} aria-label={props.title}>
        {props.children}
      </Kobalte.Content>
    </Kobalte.Portal>
  </Kobalte>
)
