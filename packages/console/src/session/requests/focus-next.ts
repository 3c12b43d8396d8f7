/**
 * Puts the focus where the next act is: on the card of what waits, so that its keys work, or on what stands in its place until its code is there (its “Try again”, if it has one); else where `otherwise` says. Its ring shows for
 * those who use the keyboard alone (`:focus-visible` goes by what was used last).
 */
export function focusNext(page: Element, otherwise: 'prompt' | 'conversation'): void {
  const question = page.querySelector<HTMLElement>('[role=region][aria-label=Question] input')
  const card = page.querySelector<HTMLElement>('[role=region][aria-label=Permission]')
  const awaited =
    page.querySelector<HTMLElement>('[data-awaited] button') ??
    page.querySelector<HTMLElement>('[data-awaited]')
  const prompt = page.querySelector<HTMLElement>('textarea[aria-label=Prompt]')
  const conversation = page.querySelector<HTMLElement>('[role=log]')
  // A finger gets a keyboard over half of the page with it.
  const wantsPrompt = otherwise === 'prompt' && !matchMedia('(pointer: coarse)').matches
  const next = card ?? question ?? awaited ?? (wantsPrompt ? prompt : conversation)
  next?.focus({ preventScroll: true })
}
