type Focusable = Pick<HTMLElement, 'contains' | 'querySelector'>

/** Gives a row the focus that its own buttons had, or that nobody has. Who is at work elsewhere by now keeps it. */
export function takeFocus(
  row: Focusable,
  { activeElement, body }: Pick<Document, 'activeElement' | 'body'>,
): void {
  const isFree = activeElement === null || activeElement === body || row.contains(activeElement)
  if (isFree) row.querySelector<HTMLElement>('select, input, button')?.focus()
}
