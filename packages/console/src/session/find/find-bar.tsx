import ChevronDown from 'lucide-solid/icons/chevron-down'
import ChevronUp from 'lucide-solid/icons/chevron-up'
import X from 'lucide-solid/icons/x'
import { createEffect, on, onCleanup, Show, type JSX } from 'solid-js'
import { useExpansion } from '../../code/expansion.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { isComposing } from '../../ui/keystroke.ts'
import { Spinner } from '../../ui/spinner.tsx'
import { firstInView } from '../conversation/hold-place.ts'
import { createFind, type Find } from './create-find.ts'
import { createMarks } from './create-marks.ts'
import type { FindProps } from './find.tsx'
import styles from './find.module.css'
import { positionText } from './position-text.ts'
import { reveal } from './reveal.ts'

/** Over the upper edge of the conversation: what is looked for, where it is, and the way from one place to the next. */
export const FindBar = (props: FindProps): JSX.Element => {
  const expansion = useExpansion()
  const scroller = () => props.place.scroller()
  const find = createFind(props.place, () => {
    const row = firstInView(scroller(), '[data-message]')
    return row?.element.dataset['message']
  })
  let field: HTMLInputElement | undefined
  createMarks(scroller, find)
  createEffect(
    on(find.chosen, (match) => {
      if (!match) return
      const isChosen = () => find.chosen() === match
      void reveal(match, { ...props, expansion, query: find.query(), isChosen })
    }),
  )
  createEffect(
    on(
      () => props.asked,
      () => {
        field?.focus()
        field?.select()
      },
    ),
  )
  createReturn(() => field)

  const press = (event: KeyboardEvent) => {
    if (isComposing(event)) return
    if (event.key === 'Escape') props.onClose()
    else if (event.key === 'Enter' && event.target === field) find.move(event.shiftKey ? -1 : 1)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div
      class={styles.bar}
      role="search"
      aria-label="Session"
      onKeyDown={press}
      // Who presses a button goes on typing.
      onMouseDown={(event) => event.target !== field && event.preventDefault()}
    >
      <input
        ref={(element) => (field = element)}
        class={styles.field}
        type="search"
        aria-label="Find in session"
        dir="auto"
        placeholder="Find in session"
        autocomplete="off"
        spellcheck={false}
        enterkeyhint="search"
        onInput={(event) => find.type(event.currentTarget.value)}
      />
      <span class={styles.position} aria-live="polite" aria-atomic="true">
        {positionText(find)}
      </span>
      <IconButton name="Previous match" keys="shift+enter" size="small" onClick={() => find.move(-1)}>
        <ChevronUp />
      </IconButton>
      <IconButton name="Next match" keys="enter" size="small" onClick={() => find.move(1)}>
        <ChevronDown />
      </IconButton>
      <IconButton name="Close find" keys="esc" size="small" onClick={() => props.onClose()}>
        <X />
      </IconButton>
      <Older find={find} />
    </div>
  )
}

/** How far back the search is. */
const Older = (props: { find: Find }): JSX.Element => (
  <Show when={props.find.query() !== '' && props.find.older() !== 'none'}>
    <div class={styles.older}>
      <Show
        when={props.find.older() === 'loading'}
        fallback={
          <>
            <span>
              {props.find.older() === 'failed'
                ? 'Couldn’t load older messages'
                : 'Older messages are not searched yet'}
            </span>
            <Button size="small" variant="ghost" onClick={() => props.find.searchOlder()}>
              {props.find.older() === 'failed' ? 'Try again' : 'Search older'}
            </Button>
          </>
        }
      >
        <span>Searching older messages…</span>
        <Spinner />
      </Show>
    </div>
  </Show>
)

/** Gives the focus back to where it was before the bar came, if it is still in the bar or nowhere when the bar goes. */
function createReturn(field: () => HTMLInputElement | undefined): void {
  const before = document.activeElement
  onCleanup(() => {
    const now = document.activeElement
    const isOurs = now === null || now === document.body || field()?.parentElement?.contains(now)
    if (isOurs && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
  })
}
