/** Where the focus of a form is: in its first field, in what is wrong when it was not saved, and at its end with who opened it. */

const FIELDS =
  'input:not(:disabled, [type="radio"]:not(:checked)), select:not(:disabled), textarea:not(:disabled)'

export function focusFirst(form: HTMLElement): void {
  const fields = [...form.querySelectorAll<HTMLElement>(FIELDS)]
  fields.find((field) => !field.closest('details:not([open])'))?.focus()
}

/** Where nothing is, it stays. `data-wrong`: the button behind which that is. */
export function focusWrong(form: HTMLElement | null): void {
  const wrong = form?.querySelector<HTMLElement>('[aria-invalid="true"], [data-wrong]')
  wrong?.closest('details')?.setAttribute('open', '')
  wrong?.focus()
}

/**
 * A form that stood in the place of its list is gone, and the focus with it: it goes to the button that opens it, which is another element by now. Who
 * is at work elsewhere keeps it.
 *
 * @param opens of its `data-opens`.
 */
export function focusOpener(opens: string): void {
  const { activeElement, body } = document
  if (activeElement !== null && activeElement !== body) return
  document.querySelector<HTMLElement>(`[data-opens="${CSS.escape(opens)}"]`)?.focus()
}
