import { createSignal, type JSX } from 'solid-js'
import { createLayer, type LayerProps } from './create-layer.tsx'
import iconButton from './icon-button.module.css'
import { tip } from './tooltip.tsx'

export interface MenuItem {
  id: string
  title: string
  icon?: (() => JSX.Element) | undefined
  /** Its shortcut, in the notation of shortcut.ts. */
  keys?: string | undefined
  danger?: boolean | undefined
  disabled?: boolean | undefined
  /** One of several, of which one is chosen. */
  checked?: boolean | undefined
  /** A line above it. */
  separated?: boolean | undefined
  run: () => void
}

export interface MenuProps {
  /** The accessible name of the button that opens it. */
  name: string
  /** The button's inside: an icon of 16 px. */
  children: JSX.Element
  items: readonly MenuItem[]
}

const loadLayer = async () => (await import('./menu-layer.tsx')).MenuLayer
const Layer = createLayer<MenuProps & LayerProps>(loadLayer)

/** An icon button that opens a list of actions. What the list is made of is loaded when somebody is about to open it. */
export const Menu = (props: MenuProps): JSX.Element => {
  const [wanted, setWanted] = createSignal(false)
  const prepare = () => void loadLayer().catch(() => undefined)
  const open = () => setWanted(true)
  const button = (
    <button
      type="button"
      class={iconButton.button}
      aria-label={props.name}
      aria-haspopup="menu"
      aria-expanded="false"
      onPointerEnter={prepare}
      onFocus={prepare}
      onClick={open}
      onKeyDown={(event) => /^Arrow(Up|Down)$/.test(event.key) && open()}
      {...tip(props.name)}
    >
      {props.children}
    </button>
  )
  return <Layer {...props} open={wanted()} before={button} onClose={() => setWanted(false)} />
}
