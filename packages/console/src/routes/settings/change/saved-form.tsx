import { onMount, type JSX } from 'solid-js'
import { isComposing } from '../../../ui/keystroke.ts'
import { focusFirst } from './form-focus.ts'

/** A form that its `ChangeActions` save: Enter does so too, where that ends nobody’s work. */
export function SavedForm(props: {
  class: string | undefined
  label?: string | undefined
  /** By Escape. Absent: it stands in a dialog, which closes by that, and knows where the focus is. */
  onClose?: () => void
  children: JSX.Element
}): JSX.Element {
  let form: HTMLFormElement | undefined
  onMount(() => props.onClose && form && focusFirst(form))
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || isComposing(event) || !props.onClose) return
    event.preventDefault()
    event.stopPropagation()
    props.onClose()
  }
  return (
    <form
      ref={(element) => (form = element)}
      class={props.class}
      aria-label={props.label}
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={press}
    >
      {props.children}
    </form>
  )
}
