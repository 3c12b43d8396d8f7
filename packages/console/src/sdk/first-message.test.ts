import { expect, it, vi } from 'vitest'
import { firstMessage } from './first-message.ts'
import { messagePage } from './message-page.ts'

vi.mock('./message-page.ts', () => ({ messagePage: vi.fn() }))
const page = vi.mocked(messagePage)

/** An engine with messages at these times, that pages backwards as the real one does. */
function engineWith(times: number[]): void {
  const cursorOf = (time: number) => btoa(JSON.stringify({ id: 'msg_', time }))
  page.mockImplementation((_ref, limit, before) => {
    const until = before === undefined ? Infinity : (JSON.parse(atob(before)) as { time: number }).time
    const found = times.filter((time) => time < until)
    const messages = found.slice(-limit).map((time) => ({ info: { time: { created: time } }, parts: [] }))
    const older = found.length > limit ? cursorOf(found.at(-limit) ?? 0) : null
    return Promise.resolve({ messages, older } as unknown as Awaited<ReturnType<typeof messagePage>>)
  })
}

const MINUTE = 60_000
const ref = { serverId: 'daemon', sessionId: 's' }

it.each<[string, number[], number | undefined, number]>([
  ['a prompt at once: one read', [10, 20], 10, 1],
  [
    'a long conversation: no more than its beginning',
    [10, ...Array.from({ length: 500 }, (_, i) => MINUTE + i)],
    10,
    1,
  ],
  ['a busy beginning', Array.from({ length: 20 }, (_, i) => i + 1), 1, 5],
  ['a prompt an hour later', [60 * MINUTE, 61 * MINUTE], 60 * MINUTE, 3],
  ['a prompt days later', [5000 * MINUTE], 5000 * MINUTE, 4],
  ['no prompt', [], undefined, 4],
  ['too much to page through', Array.from({ length: 100 }, (_, i) => i + 1), undefined, 6],
])('%s', async (_, times, first, reads) => {
  page.mockReset()
  engineWith(times)
  expect((await firstMessage(ref, 0))?.info.time.created).toBe(first)
  expect(page).toHaveBeenCalledTimes(reads)
})
