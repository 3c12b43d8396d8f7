import { expect, test, vi } from 'vitest'
import { ProblemError } from '../sdk/problem.ts'
import { toasts } from '../ui/toast.ts'
import { renameSession } from './rename-session.ts'

test('a name that was not taken is told, and is tried again', async () => {
  const rename = vi.fn().mockRejectedValueOnce(new ProblemError({ code: 'x', message: 'No.' }))
  await renameSession('A good name', rename)
  const told = toasts().at(-1)
  expect(told?.title).toBe('Couldn’t rename the session to “A good name”: No.')
  told?.retry?.()
  expect(rename.mock.calls).toEqual([['A good name'], ['A good name']])
})
