import { Dialog as Kobalte } from '@kobalte/core/dialog'
import type { JSX } from 'solid-js'
import type { SheetProps } from './sheet.tsx'
import styles from './sheet.module.css'

/** What `Sheet` shows. */
export const SheetLayer = (props: SheetProps): JSX.Element => (
  <Kobalte open={props.open} onOpenChange={(open) => !open && props.onClose()}>
    <Kobalte.Portal>
      <Kobalte.Overlay class={styles.scrim} />
      <Kobalte.Content
        class={styles.sheet}
        data-side={props.side}
        data-wide={props.wide ? '' : undefined}
        data-cards={props.cards ? '' : undefined}
        aria-label={props.title}
      >
        {props.children}
      </Kobalte.Content>
    </Kobalte.Portal>
  </Kobalte>
)
