import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { focusNext } from './focus-next.ts'

beforeEach(() => void vi.stubGlobal('matchMedia', () => ({ matches: false })))
afterEach(() => void vi.unstubAllGlobals())

const CARD = '[role=region][aria-label=Permission]'
const PLACE = '[data-awaited]'
const RETRY = '[data-awaited] button'
const PROMPT = 'textarea[aria-label=Prompt]'
const LOG = '[role=log]'

/** What has the focus then, on a page where there is one of each of these, in this order. */
function focused(there: readonly string[], otherwise: 'prompt' | 'conversation' = 'prompt') {
  let focus: string | undefined
  const elements = there.map((name) => ({ name, focus: () => (focus = name) }))
  // As browsers do it: of several selectors the first in the page counts.
  const querySelector = (selectors: string) =>
    elements.find(({ name }) => selectors.split(', ').includes(name)) ?? null
  focusNext({ querySelector } as unknown as Element, otherwise)
  return focus
}

test.each([
  ['the card', [LOG, CARD, PROMPT], CARD],
  ['the place of a card whose code is on its way', [LOG, PLACE, PROMPT], PLACE],
  ['another try, where the code did not come', [LOG, PLACE, RETRY, PROMPT], RETRY],
  ['the prompt, where nothing waits', [LOG, PROMPT], PROMPT],
])('the focus goes to %s', (_, there, next) => {
  expect(focused(there)).toBe(next)
})

test('or to the conversation', () => {
  expect(focused([LOG, PROMPT], 'conversation')).toBe(LOG)
})
