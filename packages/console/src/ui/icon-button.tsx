import { splitProps, type JSX } from 'solid-js'
import styles from './icon-button.module.css'
import { ariaKeys, isApple } from './shortcut.ts'
import { tip } from './tooltip.tsx'

export interface IconButtonProps extends JSX.ButtonHTMLAttributes<HTMLButtonElement> {
  /** The accessible name, also shown as the tooltip. */
  name: string
  /** The icon: an SVG of 16 px. */
  children: JSX.Element
  /** The shortcut that does the same, in the notation of shortcut.ts; shown in the tooltip. */
  keys?: string | undefined
  size?: 'small' | 'medium' | undefined
}

export const IconButton = (props: IconButtonProps): JSX.Element => {
  const [own, rest] = splitProps(props, ['name', 'children', 'keys', 'size', 'class'])
  return (
    <button
      type="button"
      aria-label={own.name}
      aria-keyshortcuts={own.keys ? ariaKeys(own.keys, isApple(navigator.platform)) : undefined}
      {...tip(own.name, own.keys)}
      {...rest}
      class={`${styles.button} ${own.class ?? ''}`}
      data-size={own.size ?? 'medium'}
    >
      {own.children}
    </button>
  )
}
