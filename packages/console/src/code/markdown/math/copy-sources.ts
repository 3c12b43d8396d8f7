/** What is selected, with the sources of formulas in place of what is drawn of them; undefined where none is in it. */
function selectedSources(selection: Selection): HTMLElement | undefined {
  if (selection.isCollapsed) return undefined
  const holder = document.createElement('div')
  for (let at = 0; at < selection.rangeCount; at += 1) holder.append(selection.getRangeAt(at).cloneContents())
  const formulas = holder.querySelectorAll<HTMLElement>('[data-source]')
  for (const formula of formulas) formula.replaceWith(formula.dataset['source'] ?? '')
  return formulas.length > 0 ? holder : undefined
}

/** What nobody can select is in no copy: words of buttons, signs and numbers of lines. */
function dropUnselectable(element: HTMLElement): void {
  for (const each of element.querySelectorAll('*')) if (each.isConnected && !isSelectable(each)) each.remove()
}

/** Safari knows it under its own name alone. */
const isSelectable = (element: Element): boolean => {
  const style = getComputedStyle(element)
  return ![style.userSelect, style.webkitUserSelect].includes('none')
}

interface Copy {
  html: string
  text: string
}

/** An element as it would be copied: that depends on its layout, so it is laid out for a moment. */
function copyOf(element: HTMLElement): Copy {
  Object.assign(element.style, { position: 'fixed', left: '-10000px', width: '1000px' })
  document.body.append(element)
  dropUnselectable(element)
  const copy = { html: element.innerHTML, text: element.innerText }
  element.remove()
  return copy
}

/** A field has a selection of its own, beside that of the page. */
const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement

/** From now on what is copied of a formula is its source. */
export function copySources(): void {
  document.addEventListener('copy', (event) => {
    if (event.defaultPrevented || !event.clipboardData || isField(event.target)) return
    const selection = getSelection()
    const selected = selection && selectedSources(selection)
    if (!selected) return
    const { html, text } = copyOf(selected)
    event.preventDefault()
    event.clipboardData.setData('text/html', html)
    event.clipboardData.setData('text/plain', text)
  })
}
