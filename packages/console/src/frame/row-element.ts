/** The row of a session in the roster: as it was, or the one that took its place when it moved into another group. */
export function rowElement({ name, row }: { name: string; row: HTMLElement }): HTMLElement | undefined {
  if (row.isConnected) return row
  return document.querySelector<HTMLElement>(`nav [data-entry="${CSS.escape(name)}"]`) ?? undefined
}
