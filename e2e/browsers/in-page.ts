/** What tests call in the page: each reaches nothing but what it is given. */

export const valueOf = (element: HTMLElement) => (element as HTMLTextAreaElement).value

/** Gives it the focus; undefined when it does not take it. */
export function focused(element: HTMLElement): true | undefined {
  element.focus()
  return document.activeElement === element || undefined
}

/** What the search has marked, as the browser itself paints it. */
export const marked = () => Array.from(CSS.highlights.get('find-current') ?? [], String).join('')

/**
 * A paste of a picture: neither protocol can put one on the clipboard. What the event is made with does not reach its listeners in Firefox and
 * WebKit, so it is put there.
 */
export function pastePicture(element: HTMLElement, base64: string): void {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  const clipboardData = new DataTransfer()
  clipboardData.items.add(new File([bytes], 'image.png', { type: 'image/png' }))
  const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true })
  Object.defineProperty(event, 'clipboardData', { value: clipboardData })
  element.dispatchEvent(event)
}
