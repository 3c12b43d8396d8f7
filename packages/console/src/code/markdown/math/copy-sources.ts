/** What is selected, with the sources of formulas in place of what is drawn of them; undefined where none is in it. */
function selectedSources(selection: Selection): HTMLElement | undefined {
  if (selection.isCollapsed) return undefined
  const holder = document.createElement('div')
  for (let at = 0; at < selection.rangeCount; at += 1) holder.append(selection.getRangeAt(at).cloneContents())
  const formulas = holder.querySelectorAll<HTMLElement>('[data-source]')
  for (const formula of formulas) formula.replaceWith(formula.dataset['source'] ?? '')
  return formulas.length > 0 ? holder : undefined
}

/** The lines of an element as they would be copied: that depends on its layout, so it is laid out for a moment. */
function linesOf(element: HTMLElement): string {
  Object.assign(element.style, { position: 'fixed', left: '-10000px', width: '1000px' })
  document.body.append(element)
  const text = element.innerText
  element.remove()
  return text
}

/** From now on what is copied of a formula is its source. */
export function copySources(): void {
  document.addEventListener('copy', (event) => {
    const selection = getSelection()
    const selected = selection && !event.defaultPrevented ? selectedSources(selection) : undefined
    if (!selected || !event.clipboardData) return
    event.preventDefault()
    event.clipboardData.setData('text/html', selected.innerHTML)
    event.clipboardData.setData('text/plain', linesOf(selected))
  })
}
