import { createSignal, onCleanup, onMount, Show, type JSX } from 'solid-js'
import { Kbd } from './kbd.tsx'
import { placeTooltip } from './tooltip-place.ts'
import styles from './tooltip.module.css'

const DELAY_MS = 400

/** Attributes that give any element a tooltip: `<button {...tip('Close', 'esc')}>`. `keys` in the notation of shortcut.ts. */
export const tip = (
  text: string,
  keys?: string,
): { 'data-tip': string; 'data-tip-keys': string | undefined } => ({
  'data-tip': text,
  'data-tip-keys': keys,
})

interface Shown {
  anchor: HTMLElement
  text: string
  keys: string | undefined
}

const anchorOf = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-tip]') : null

const describe = (anchor: HTMLElement): Shown => ({
  anchor,
  text: anchor.dataset['tip'] ?? '',
  keys: anchor.dataset['tipKeys'],
})

/**
 * The one tooltip of the page, mounted once: hundreds of rows have tips, one element shows them. It repeats the control's name for the
 * eye, so it is hidden from assistive technology. Escape hides it, pointing at it keeps it.
 */
export const TooltipLayer = (): JSX.Element => {
  const [shown, setShown] = createSignal<Shown>()
  const [place, setPlace] = createSignal({ left: 0, top: 0 })
  let bubble: HTMLDivElement | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  const hide = () => {
    clearTimeout(timer)
    setShown()
  }
  const show = (anchor: HTMLElement) => {
    setShown(describe(anchor))
    const size = bubble?.getBoundingClientRect()
    if (size)
      setPlace(placeTooltip(anchor.getBoundingClientRect(), size, { width: innerWidth, height: innerHeight }))
  }
  const point = (event: PointerEvent) => {
    if (event.pointerType === 'touch') return
    if (event.target instanceof Node && bubble?.contains(event.target)) return
    const anchor = anchorOf(event.target)
    if (anchor === shown()?.anchor && anchor) return
    const wasShown = shown() !== undefined
    hide()
    if (!anchor) return
    // A neighbour's tip follows at once: whoever reads along a toolbar does not wait again.
    if (wasShown) show(anchor)
    else timer = setTimeout(() => anchor.isConnected && show(anchor), DELAY_MS)
  }
  const focus = (event: FocusEvent) => {
    const anchor = anchorOf(event.target)
    if (anchor?.matches(':focus-visible')) show(anchor)
    else hide()
  }
  const press = (event: KeyboardEvent) => event.key === 'Escape' && hide()

  onMount(() => {
    const stop = new AbortController()
    const on = { capture: true, passive: true, signal: stop.signal }
    document.addEventListener('pointerover', point, on)
    document.addEventListener('pointerdown', hide, on)
    document.addEventListener('focusin', focus, on)
    document.addEventListener('focusout', hide, on)
    document.addEventListener('keydown', press, on)
    document.addEventListener('scroll', hide, on)
    onCleanup(() => {
      stop.abort()
      hide()
    })
  })

  return (
    <Show when={shown()}>
      {(tip) => (
        <div
          ref={(element) => (bubble = element)}
          class={styles.layer}
          aria-hidden="true"
          style={{ left: `${place().left}px`, top: `${place().top}px` }}
        >
          <div class={styles.bubble}>
            {tip().text}
            <Show when={tip().keys}>{(keys) => <Kbd keys={keys()} />}</Show>
          </div>
        </div>
      )}
    </Show>
  )
}
