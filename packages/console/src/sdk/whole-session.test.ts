import { beforeEach, expect, test, vi } from 'vitest'
import { requestBounded } from './bounded-answer.ts'
import { rawPages } from './whole-session.ts'

vi.mock('./bounded-answer.ts', () => ({ requestBounded: vi.fn() }))
vi.mock('./base.ts', () => ({ resolveUrl: (path: string) => `http://host${path}` }))
const ask = vi.mocked(requestBounded)

beforeEach(() => void ask.mockReset())

const place = { serverId: 'daemon', sessionId: 's', directory: '/p' }

/** Answers by the cursor that was asked for. */
function serverWith(page: (before: string | null, limit: number) => { messages: unknown; older?: string }) {
  ask.mockImplementation((url) => {
    const query = new URL(url as string).searchParams
    const { messages, older } = page(query.get('before'), Number(query.get('limit')))
    const headers = new Headers(older === undefined ? {} : { 'x-next-cursor': older })
    return Promise.resolve(new Response(JSON.stringify(messages), { headers }))
  })
}

async function read(): Promise<unknown[]> {
  const messages: unknown[] = []
  for await (const page of rawPages(place)) messages.push(...page.messages)
  return messages
}

test('all pages, the newest first', async () => {
  serverWith((before) => (before === null ? { messages: [3, 4], older: 'a' } : { messages: [1, 2] }))
  expect(await read()).toEqual([3, 4, 1, 2])
})

test('what is too large together is asked for in smaller pages', async () => {
  serverWith((before, limit) => {
    if (limit > 4) throw new Error('The server’s answer is too large.')
    return before === null ? { messages: [2], older: 'a' } : { messages: [1] }
  })
  expect(await read()).toEqual([2, 1])
})

test.each([
  ['leads to itself', () => ({ messages: [1], older: 'a' }), /no end/],
  ['leads back', (before: string | null) => ({ messages: [1], older: before === 'b' ? 'a' : 'b' }), /no end/],
  ['is empty and not the last', () => ({ messages: [], older: 'a' }), /gaps/],
  ['is no list', () => ({ messages: { a: 1 }, older: 'a' }), /gaps/],
])('fault 63: a page that %s ends the export', async (_, page, why) => {
  serverWith(page)
  await expect(read()).rejects.toThrow(why)
  expect(ask.mock.calls.length).toBeLessThan(5)
})

test('fault 63: pages without end are not asked for without end', async () => {
  let count = 0
  // No real answers: to make twenty thousand of them takes seconds.
  ask.mockImplementation(() => {
    const headers = new Map([['x-next-cursor', `${(count += 1)}`]])
    return Promise.resolve({ ok: true, headers, json: () => [1] } as unknown as Response)
  })
  await expect(read()).rejects.toThrow(/no end/)
  expect(count).toBe(20_000)
})
