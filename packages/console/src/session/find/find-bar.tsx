import ChevronDown from 'lucide-solid/icons/chevron-down'
import ChevronUp from 'lucide-solid/icons/chevron-up'
import X from 'lucide-solid/icons/x'
import { createEffect, on, onCleanup, untrack, type JSX } from 'solid-js'
import { useExpansion } from '../../code/expansion.ts'
import { useConsole } from '../../store/context.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { isComposing } from '../../ui/keystroke.ts'
import { firstInView } from '../conversation/hold-place.ts'
import { useSession } from '../session-view.ts'
import { createFind } from './create-find.ts'
import { createMarks } from './create-marks.ts'
import { createStart } from './create-start.ts'
import { createTexts } from './create-texts.ts'
import { FindReach } from './find-reach.tsx'
import type { FindProps } from './find.tsx'
import styles from './find.module.css'
import { positionText } from './position-text.ts'
import { reveal } from './reveal.ts'

/** Over the upper edge of the conversation: what is looked for, where it is, and the way from one place to the next. */
export const FindBar = (props: FindProps): JSX.Element => {
  const expansion = useExpansion()
  const { showWhole } = useConsole()
  const view = useSession()
  const scroller = () => props.place.scroller()
  const find = createFind({
    place: props.place,
    texts: createTexts(view),
    start: createStart(untrack(scroller), () => {
      const row = firstInView(scroller(), '[data-message]')
      return row?.element.dataset['message']
    }),
    // The bar says what could not be read.
    showWhole: (id) =>
      showWhole(view.ref, id).then(
        () => true,
        () => false,
      ),
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
      aria-label="Find in session"
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
      <FindReach find={find} />
    </div>
  )
}

/** Gives the focus back to where it was before the bar came, if it is still in the bar or nowhere when the bar goes. */
function createReturn(field: () => HTMLInputElement | undefined): void {
  const before = document.activeElement
  onCleanup(() => {
    const now = document.activeElement
    const isOurs = now === null || now === document.body || field()?.parentElement?.contains(now)
    if (isOurs && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
  })
}
