import { Dialog as Kobalte } from '@kobalte/core/dialog'
import X from 'lucide-solid/icons/x'
import { Show, type JSX } from 'solid-js'
import styles from './dialog.module.css'
import type { DialogProps } from './dialog.tsx'
import { IconButton } from './icon-button.tsx'

// Not the close button, which would open its tooltip over the text that one is about to read.
const focusFirst = (event: Event) => {
  const { target } = event
  if (!(target instanceof HTMLElement)) return
  event.preventDefault()
  const first =
    target.querySelector<HTMLElement>('input:not(:disabled), select, textarea, footer button') ?? target
  first.focus()
}

/** What `Dialog` shows. */
export const DialogLayer = (props: DialogProps): JSX.Element => (
  <Kobalte open={props.open} onOpenChange={(open) => !open && props.onClose()}>
    <Kobalte.Portal>
      <Kobalte.Overlay class={styles.scrim} />
      <div class={styles.stage}>
        <Kobalte.Content
          class={styles.dialog}
          data-width={props.width ?? 'narrow'}
          aria-label={props.bare ? props.title : undefined}
          tabIndex={-1}
          onOpenAutoFocus={focusFirst}
        >
          <Show when={!props.bare} fallback={props.children}>
            <header class={styles.header}>
              <Kobalte.Title class={styles.title}>{props.title}</Kobalte.Title>
              <IconButton name="Close" keys="esc" size="small" onClick={() => props.onClose()}>
                <X />
              </IconButton>
            </header>
            <Show when={props.description}>
              <Kobalte.Description class={styles.description}>{props.description}</Kobalte.Description>
            </Show>
            <div class={styles.body}>{props.children}</div>
            <Show when={props.footer}>
              <footer class={styles.footer}>{props.footer}</footer>
            </Show>
          </Show>
        </Kobalte.Content>
      </div>
    </Kobalte.Portal>
  </Kobalte>
)
