import { expect, test, vi } from 'vitest'
import { requestBounded } from './bounded-answer.ts'
import { request } from './request.ts'

vi.mock('./request.ts', () => ({ request: vi.fn() }))

const answer = (status: number, text: string) =>
  vi.mocked(request).mockResolvedValue({
    status,
    statusText: '',
    headers: new Headers(),
    body: new Blob([text]).stream(),
  } as Response)

test('what was answered, with its status', async () => {
  answer(200, '{"a":1}')
  const response = await requestBounded('/')
  expect([response.status, await response.json()]).toEqual([200, { a: 1 }])
})

test('an answer that has no body, whatever the browser shows of one', async () => {
  answer(204, '')
  const { status, body } = await requestBounded('/')
  expect([status, body]).toEqual([204, null])
})
