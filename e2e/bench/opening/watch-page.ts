/**
 * Runs inside the page, before anything of it: notes when a prompt can be written, when the newest words are laid out as they stay, and which tasks were
 * long. All it needs is inside it, because it is sent as text. Times are those of the page itself, milliseconds since the navigation began.
 */
export interface Watched {
  usable?: number
  /** They are a paragraph of their own: nothing of a draft, in which the whole answer is one text. */
  newest?: number
  /** A draft that holds them was in the page: the answer is drawn twice. */
  drafted?: true
  /** Tasks above 50 ms, each in milliseconds. */
  longTasks: number[]
}

export function watchPage(words: string): void {
  const seen: Watched = { longTasks: [] }
  Object.assign(globalThis, { openingSeen: seen })
  // The frame that plays about the page is none of ours.
  if (window !== window.top) return

  const isUsable = (box: Element) =>
    !(box as HTMLTextAreaElement).disabled &&
    !(box as HTMLTextAreaElement).readOnly &&
    box.getAttribute('aria-disabled') !== 'true' &&
    box.getClientRects().length > 0
  function lookForPrompt(): void {
    const boxes = document.querySelectorAll('textarea, [role="textbox"], [contenteditable="true"]')
    if ([...boxes].some(isUsable)) seen.usable = performance.now()
  }

  let found: Text | undefined
  function lookForWords(root: Node): void {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    for (let node: Node | null = root; node; node = walker.nextNode()) {
      if (node.nodeType !== Node.TEXT_NODE || !node.nodeValue?.includes(words)) continue
      if (node.nodeValue.trim() === words) found = node as Text
      else seen.drafted = true
    }
  }
  /** In the document, with a place of its own on the page. */
  function lookForLayout(): void {
    if (!found?.isConnected) return
    const range = document.createRange()
    range.selectNodeContents(found)
    if (range.getClientRects().length > 0) seen.newest = performance.now()
  }

  const observer = new MutationObserver((records) => {
    if (seen.usable === undefined) lookForPrompt()
    for (const { target, addedNodes, type } of records) {
      if (type === 'characterData') lookForWords(target)
      else addedNodes.forEach(lookForWords)
    }
    lookForLayout()
    if (seen.usable !== undefined && seen.newest !== undefined) observer.disconnect()
  })
  observer.observe(document, { subtree: true, childList: true, characterData: true })
  new PerformanceObserver((list) => {
    seen.longTasks.push(...list.getEntries().map(({ duration }) => Math.round(duration)))
  }).observe({ type: 'longtask', buffered: true })
}
