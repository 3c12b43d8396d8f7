import { cleanPaste, hasControls } from './paste.ts'

/**
 * What the browser itself inserts for a paste, a drop or a yank, whatever key or menu asked for it. `insertFromComposition` is none: so WebKit
 * calls what an input method has put together, which was typed.
 */
const isInsertion = (type: string): boolean =>
  type.startsWith('insertFrom') && type !== 'insertFromComposition'

/** No key types a control character, and none more than one line: an on-screen keyboard that offers the clipboard does. */
const isMoreThanTyped = (text: string): boolean =>
  hasControls(text) || (text.length > 1 && /[\r\n]/.test(text))

/**
 * Takes every text that comes into `host` otherwise than key by key, before the terminal in it sees it. Returns a cleanup.
 *
 * `paste` comes of Ctrl+V, Ctrl+Shift+V, a menu and the middle button; keyboards on a screen and input methods only say `beforeinput`.
 */
export function makePasteListener(host: HTMLElement, take: (text: string) => void): () => void {
  const over = new AbortController()
  const listen = <K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (event: HTMLElementEventMap[K]) => void,
  ) => host.addEventListener(type, listener, { capture: true, signal: over.signal })
  const takeFrom = (event: Event, text: string | undefined | null) => {
    event.preventDefault()
    event.stopImmediatePropagation()
    if (text) take(text)
  }

  listen('paste', (event) => takeFrom(event, event.clipboardData?.getData('text/plain')))
  listen('drop', (event) => takeFrom(event, event.dataTransfer?.getData('text/plain')))
  // Without this nothing may be dropped; and a file that is dropped beside would be opened in place of the page.
  listen('dragover', (event) => event.preventDefault())
  listen('beforeinput', (event) => {
    const text = event.data ?? event.dataTransfer?.getData('text/plain') ?? ''
    if (isInsertion(event.inputType) || (event.cancelable && isMoreThanTyped(text))) takeFrom(event, text)
  })
  // What an input method commits can't be prevented, only taken out of the field that the terminal reads afterwards.
  const clear = ({ target }: Event) => {
    if (target instanceof HTMLTextAreaElement && hasControls(target.value))
      target.value = cleanPaste(target.value).text
  }
  listen('input', clear)
  listen('compositionend', clear)
  return () => over.abort()
}
