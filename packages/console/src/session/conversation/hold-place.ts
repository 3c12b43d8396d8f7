/** The first message that reaches into the window, and how far from its upper edge. */
export function firstInView(scroller: HTMLElement, selector: string) {
  const edge = scroller.getBoundingClientRect().top
  for (const element of scroller.querySelectorAll<HTMLElement>(selector)) {
    const { top, bottom } = element.getBoundingClientRect()
    if (bottom > edge) return { element, offset: top - edge }
  }
  return undefined
}

/**
 * Runs `change`, which adds something above, and keeps what the reader looks at where it is. `selector` finds the rows. The browser may have
 * done it already; at the very top of a scroller none does.
 */
export async function holdPlace(
  scroller: HTMLElement,
  selector: string,
  change: () => Promise<void>,
): Promise<void> {
  const anchor = firstInView(scroller, selector)
  await change()
  if (!anchor?.element.isConnected) return
  const edge = scroller.getBoundingClientRect().top
  scroller.scrollTop += anchor.element.getBoundingClientRect().top - edge - anchor.offset
}
