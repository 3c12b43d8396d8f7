import { expect, test, vi } from 'vitest'
import { takeFocus } from './take-focus.ts'

const elements = { body: {}, search: {}, save: {} } as Record<'body' | 'search' | 'save', HTMLElement>

test.each([
  ['nothing', null, 1],
  ['the page', elements.body, 1],
  ['a button of the row', elements.save, 1],
  ['another field', elements.search, 0],
])('while %s has the focus', (_, activeElement, times) => {
  const control = { focus: vi.fn() }
  const row = { contains: (node: Node | null) => node === elements.save, querySelector: () => control }
  takeFocus(row as never, { activeElement, body: elements.body })
  expect(control.focus).toHaveBeenCalledTimes(times)
})
