import X from 'lucide-solid/icons/x'
import { createEffect, For, on, Show, type JSX } from 'solid-js'
import { Button } from './button.tsx'
import { IconButton } from './icon-button.tsx'
import { Notice } from './notice.tsx'
import { dismissToast, toasts, type Toast } from './toast.ts'
import styles from './toaster.module.css'

/** Where toasts show, mounted once. */
export const Toaster = (): JSX.Element => {
  let region: HTMLElement | undefined
  // Where they are more than fit, the newest is in sight.
  createEffect(on(toasts, () => region?.scrollTo({ top: region.scrollHeight }), { defer: true }))
  return (
    <section
      ref={(element) => (region = element)}
      class={styles.region}
      aria-label="Notifications"
      data-keys="messages"
      aria-live="polite"
    >
      <For each={toasts()}>
        {(toast) => (
          <div class={styles.toast}>
            <Notice
              tone={toast.tone}
              title={toast.title}
              detail={toast.detail}
              hint={toast.hint}
              onRetry={toast.retry && (() => act(toast.id, toast.retry))}
              actions={
                <>
                  <Show when={toast.action}>
                    {(action) => (
                      <Button size="small" onClick={() => act(toast.id, action().run)}>
                        {action().title}
                      </Button>
                    )}
                  </Show>
                  <IconButton name="Dismiss" size="small" onClick={() => dismissToast(toast.id)}>
                    <X />
                  </IconButton>
                </>
              }
            />
          </div>
        )}
      </For>
    </section>
  )
}

const act = (id: Toast['id'], run: (() => void) | undefined) => {
  dismissToast(id)
  run?.()
}
