export interface Place {
  /** Pixels of the window. */
  left: number
  top: number
}

const GAP = 8

/** Beside a row, from its upper edge on, wholly in the window as far as it is high enough. Pure. */
export function placeBeside(
  row: Pick<DOMRect, 'right' | 'top'>,
  height: number,
  windowHeight: number,
): Place {
  const lowest = windowHeight - height - GAP
  return { left: Math.round(row.right + GAP), top: Math.round(Math.max(GAP, Math.min(row.top, lowest))) }
}
