import { createEffect, createSignal, createUniqueId, onCleanup, onMount, Show, type JSX } from 'solid-js'
import type { Peeked } from '../../frame/peek.ts'
import { rowElement } from '../../frame/row-element.ts'
import { useShell } from '../../frame/shell-context.ts'
import { PeekBody } from './peek-body.tsx'
import { placeBeside, type Place } from './place-beside.ts'
import styles from './peek.module.css'

/** The card of the session that is looked into, if one is. */
export function PeekCard(): JSX.Element {
  const { peek, roster, narrow } = useShell()
  const shown = () => {
    const at = peek.at()
    // In a narrow window there is no roster to stand beside.
    return at && !narrow() && roster.session(at.name) ? at : undefined
  }
  // What went is not looked into any more, should it come back.
  createEffect(() => peek.at() && !shown() && peek.close())
  return (
    <Show when={shown()} keyed>
      {(at) => <Card at={at} />}
    </Show>
  )
}

function Card(props: { at: Peeked }): JSX.Element {
  const { peek, roster } = useShell()
  const id = createUniqueId()
  const [place, setPlace] = createSignal<Place>()
  // In use it is a dialog, which keeps its keys; only looked at it leaves them to the page.
  const [isUsed, setIsUsed] = createSignal(props.at.byKey)
  let card: HTMLElement | undefined
  const lay = () => {
    const row = rowElement(props.at)
    // Where it stood, when there is nothing that it could stand beside.
    if (row) setPlace(placeBeside(row.getBoundingClientRect(), card?.offsetHeight ?? 0, innerHeight))
  }
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.isComposing) return
    event.stopPropagation()
    close()
  }
  const close = () => {
    const isInside = card?.contains(document.activeElement)
    peek.close()
    if (isInside) rowElement(props.at)?.focus()
  }
  const use = () => {
    setIsUsed(true)
    peek.hold()
  }
  const blur = ({ relatedTarget }: FocusEvent) => {
    // Into another window, or onto nothing: it may come back.
    if (!(relatedTarget instanceof Element) || card?.contains(relatedTarget)) return
    setIsUsed(false)
    peek.close()
  }
  // What was pressed went with its request; without a focus no key would arrive.
  const keepFocus = () => {
    if (isUsed() && document.activeElement === document.body) card?.focus({ preventScroll: true })
  }
  createOutside(
    () => card,
    () => rowElement(props.at),
    peek.close,
  )
  onMount(() => {
    const observer = new ResizeObserver(lay)
    if (card) observer.observe(card)
    addEventListener('resize', lay)
    onCleanup(() => {
      observer.disconnect()
      removeEventListener('resize', lay)
    })
    lay()
    if (props.at.byKey) card?.focus()
  })

  return (
    <section
      ref={(element) => (card = element)}
      class={styles.card}
      role={isUsed() ? 'dialog' : 'group'}
      aria-labelledby={id}
      tabIndex={-1}
      data-placed={place() ? '' : undefined}
      style={{ left: `${place()?.left ?? 0}px`, top: `${place()?.top ?? 0}px` }}
      onKeyDown={press}
      onFocusIn={use}
      onFocusOut={blur}
      onPointerEnter={() => peek.rest(undefined)}
      onPointerLeave={() => peek.leave()}
    >
      <Show when={roster.session(props.at.name)}>
        {(entry) => <PeekBody entry={entry()} titleId={id} byKey={props.at.byKey} onAnswered={keepFocus} />}
      </Show>
    </section>
  )
}

/** A press outside of the card and its row closes it, and so does the roster's scrolling away below it. */
function createOutside(
  card: () => HTMLElement | undefined,
  row: () => HTMLElement | undefined,
  close: () => void,
): void {
  const press = ({ target }: Event) => {
    if (target instanceof Node && !card()?.contains(target) && !row()?.contains(target)) close()
  }
  const scroll = ({ target }: Event) => {
    const beside = row()
    if (
      target instanceof Node &&
      beside &&
      target.contains(beside) &&
      !card()?.contains(document.activeElement)
    )
      close()
  }
  onMount(() => {
    document.addEventListener('pointerdown', press, true)
    document.addEventListener('scroll', scroll, true)
    onCleanup(() => {
      document.removeEventListener('pointerdown', press, true)
      document.removeEventListener('scroll', scroll, true)
    })
  })
}
