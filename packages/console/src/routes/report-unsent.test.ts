import { expect, test, vi } from 'vitest'
import { toasts } from '../ui/toast.ts'
import { reportUnsent } from './report-unsent.ts'

test('words that were not sent are told of, with the way to where they are kept', () => {
  const open = vi.fn()
  reportUnsent('Couldn’t send your words', { code: 'x', message: 'No.', hint: 'Wait' }, open)
  const told = toasts().at(-1)
  expect(told).toMatchObject({ tone: 'error', title: 'Couldn’t send your words: No.', hint: 'Next: Wait' })
  told?.action?.run()
  expect(open).toHaveBeenCalledOnce()
})
