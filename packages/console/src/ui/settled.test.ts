import { createResource, createRoot } from 'solid-js'
import { expect, test, vi } from 'vitest'
import { settled } from './settled.ts'

test('before the first answer, and where it failed, there is nothing; while it is read again there is the last', async () => {
  const answers: ((text: string) => void)[] = []
  const refusals: ((error: Error) => void)[] = []
  const read = () =>
    new Promise<string>((resolve, reject) => {
      answers.push(resolve)
      refusals.push(reject)
    })
  const [resource, { refetch }] = createRoot(() => createResource(read))
  expect(settled(resource)).toBeUndefined()
  refusals[0]?.(new Error('refused'))
  await vi.waitFor(() => expect(resource.state).toBe('errored'))
  expect(settled(resource)).toBeUndefined()
  void refetch()
  answers[1]?.('first')
  await vi.waitFor(() => expect(settled(resource)).toBe('first'))
  void refetch()
  expect([resource.state, settled(resource)]).toEqual(['refreshing', 'first'])
})
