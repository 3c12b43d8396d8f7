/** Boxes between `element` and `outer` that scroll by themselves: a long output, a wide table. */
function boxesAround(element: Element | null, outer: HTMLElement): HTMLElement[] {
  const boxes: HTMLElement[] = []
  for (let at = element; at && at !== outer; at = at.parentElement) {
    const scrolls = at.scrollHeight > at.clientHeight + 1 || at.scrollWidth > at.clientWidth + 1
    if (at instanceof HTMLElement && scrolls && /auto|scroll/.test(getComputedStyle(at).overflow))
      boxes.push(at)
  }
  return boxes
}

/** Scrolls what lies between a range and the outer scroller, so that the range is in sight within it. */
export function showWithin(range: Range, outer: HTMLElement): void {
  for (const box of boxesAround(range.startContainer.parentElement, outer)) {
    const [inner, around] = [range.getBoundingClientRect(), box.getBoundingClientRect()]
    if (inner.top < around.top || inner.bottom > around.bottom)
      box.scrollTop += inner.top - around.top - box.clientHeight / 2
    if (inner.left < around.left || inner.right > around.right)
      box.scrollLeft += inner.left - around.left - box.clientWidth / 2
  }
}

/** How far the outer scroller is from having it in the middle; 0 where it is in sight already and may stay where it is. */
export function offCentre(rect: DOMRect, outer: HTMLElement, room: number): number {
  const around = outer.getBoundingClientRect()
  if (rect.top >= around.top + room && rect.bottom <= around.bottom - room) return 0
  return rect.top - around.top - outer.clientHeight / 3
}

/** The first box among these that is one: what is not drawn has none, and neither has what only holds others (`display: contents`). */
export const firstBox = (boxes: Iterable<DOMRect>): DOMRect | undefined => {
  for (const box of boxes) if (box.width > 0 || box.height > 0) return box
  return undefined
}

/** Around all that an element holds, though it may have no box of its own. */
export function boxOfContent(element: Element): DOMRect {
  const range = new Range()
  range.selectNodeContents(element)
  return range.getBoundingClientRect()
}
