import { onCleanup, onMount } from 'solid-js'
import { giveUpComing, isComing } from '../ui/coming.ts'
import { isComposing } from '../ui/keystroke.ts'
import { isApple } from '../ui/shortcut.ts'
import { keysOf } from './command-list.ts'
import { commands } from './registry.ts'
import { decideKey, pressOf, strokeOf, type Focus, type Pending } from './decide-key.ts'

/** Boxes to be ticked take no letters; of a search the buttons leave Escape to it as well. */
const FIELDS = [
  'input:not([type="checkbox"], [type="radio"])',
  'textarea, select, [contenteditable]:not([contenteditable="false"])',
  '[role="textbox"], [role="menu"], [role="search"]',
].join(', ')

/** Its buttons can be pressed all the time: one of them gives up what does not come. */
const MESSAGES = '[data-keys="messages"]'

function focusOf(target: EventTarget | null): Focus {
  const element = target instanceof Element ? target : undefined
  if (isComing()) return element?.closest(MESSAGES) ? 'dialog' : 'coming'
  if (document.querySelector('[role="dialog"], [role="alertdialog"]')) return 'dialog'
  if (!element) return 'page'
  if (element.closest('.xterm')) return 'terminal'
  return element.closest(FIELDS) ? 'field' : 'page'
}

/** Runs commands by their keys, for the life of the calling owner. It listens before everything else, so that a terminal cannot swallow them. */
export function createKeyListener(): void {
  const apple = isApple(navigator.platform)
  let pending: Pending | null = null

  const press = (event: KeyboardEvent) => {
    if (isComposing(event)) {
      // Nobody's but the input method's. A terminal puts its text together itself.
      if (focusOf(event.target) !== 'terminal') event.stopPropagation()
      return
    }
    const focus = focusOf(event.target)
    // A key that is held runs a command once, and writes again and again.
    if (event.repeat && focus !== 'coming') return
    const stroke = strokeOf(pressOf(event))
    if (!stroke) return
    if (stroke === 'esc' && !event.repeat && giveUpComing()) {
      event.preventDefault()
      event.stopPropagation()
      return
    }
    const known = commands()
    const bindings = known.map((command) => ({ id: command.id, keys: keysOf(command) }))
    const decision = decideKey(stroke, { focus, apple, now: Date.now(), pending }, bindings)
    pending = decision.pending
    if (!decision.taken) return
    if (!decision.isBrowsers) event.preventDefault()
    event.stopPropagation()
    known.find(({ id }) => id === decision.run)?.run(event)
  }

  onMount(() => {
    addEventListener('keydown', press, { capture: true })
    onCleanup(() => removeEventListener('keydown', press, { capture: true }))
  })
}
