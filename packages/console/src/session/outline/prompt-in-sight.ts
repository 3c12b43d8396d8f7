/** CSS pixels below the upper edge where reading begins. */
const READING = 80

/** The prompt that is read, or whose answer is: the last one that begins above the place of reading. */
export function promptInSight(scroller: HTMLElement, prompts: ReadonlySet<string>): string | undefined {
  const edge = scroller.getBoundingClientRect().top + READING
  let found: string | undefined
  for (const row of scroller.querySelectorAll<HTMLElement>('[data-message]')) {
    const id = row.dataset['message'] ?? ''
    if (!prompts.has(id)) continue
    if (row.getBoundingClientRect().top > edge) return found ?? id
    found = id
  }
  return found
}
