import { Show, splitProps, type JSX } from 'solid-js'
import styles from './button.module.css'
import { Kbd } from './kbd.tsx'
import { ariaKeys, isApple } from './shortcut.ts'
import { Spinner } from './spinner.tsx'

export interface ButtonProps extends JSX.ButtonHTMLAttributes<HTMLButtonElement> {
  /** `primary` at most once per view; `danger` ends or deletes something; `ghost` has no ground until pointed at. */
  variant?: 'primary' | 'quiet' | 'ghost' | 'danger' | undefined
  size?: 'small' | 'medium' | 'large' | undefined
  /** Keeps the width, shows that it is working, and takes no further press. */
  busy?: boolean | undefined
  icon?: JSX.Element
  /** The shortcut that does the same, in the notation of shortcut.ts; shown inside the button. */
  keys?: string | undefined
}

const OWN = ['variant', 'size', 'busy', 'icon', 'keys', 'children', 'class', 'onClick'] as const

/** Its accessible name is its children alone, or `aria-label`. */
export const Button = (props: ButtonProps): JSX.Element => {
  const [own, rest] = splitProps(props, OWN)
  const press: JSX.EventHandler<HTMLButtonElement, MouseEvent> = (event) => {
    if (own.busy) event.preventDefault()
    else if (typeof own.onClick === 'function') own.onClick(event)
  }
  return (
    <button
      type="button"
      aria-keyshortcuts={own.keys ? ariaKeys(own.keys, isApple(navigator.platform)) : undefined}
      aria-busy={own.busy ? 'true' : undefined}
      aria-disabled={own.busy ? 'true' : undefined}
      {...rest}
      class={`${styles.button} ${own.class ?? ''}`}
      data-variant={own.variant ?? 'quiet'}
      data-size={own.size ?? 'medium'}
      onClick={press}
    >
      <Show when={own.icon || own.busy}>
        <span class={styles.icon} aria-hidden="true">
          <Show when={own.busy} fallback={own.icon}>
            <Spinner />
          </Show>
        </span>
      </Show>
      <span class={styles.label}>{own.children}</span>
      <Show when={own.keys}>{(keys) => <Kbd keys={keys()} quiet />}</Show>
    </button>
  )
}
