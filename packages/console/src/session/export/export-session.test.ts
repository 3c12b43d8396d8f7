import { beforeEach, expect, test, vi } from 'vitest'
import { rawPages, rawSession } from '../../sdk/whole-session.ts'
import { exportSession } from './export-session.ts'

vi.mock('../../sdk/whole-session.ts', () => ({ rawPages: vi.fn(), rawSession: vi.fn() }))

const place = { serverId: 'daemon', sessionId: 'ses_1', directory: '/p' }
const time = { created: 1, updated: 1 }
const info = { id: 'ses_1', slug: 's', projectID: 'p', directory: '/p', title: 'T', version: '7', time }
const message = (id: string, text: string) => ({
  info: {
    id,
    sessionID: 'ses_1',
    role: 'user',
    agent: 'code',
    time,
    model: { providerID: 'p', modelID: 'm' },
  },
  parts: [{ id: `prt_${id}`, sessionID: 'ses_1', messageID: id, type: 'text', text }],
})
const pages = [
  { messages: [message('msg_3', 'Third')], older: 'a' },
  { messages: [message('msg_1', 'First'), message('msg_2', 'Second')], older: null },
]

beforeEach(() => {
  vi.mocked(rawSession).mockResolvedValue({ ...info, revert: { messageID: 'msg_2' } })
  vi.mocked(rawPages).mockImplementation(async function* () {
    yield* await Promise.resolve(pages)
  })
})

test('JSON: all of it, as the engine has it, the oldest first', async () => {
  const counts: number[] = []
  const file = await exportSession(place, 'json', (count) => counts.push(count))
  const { info, messages } = JSON.parse(await file.text()) as { info: object; messages: unknown[] }
  expect(info).toMatchObject({ revert: { messageID: 'msg_2' } })
  expect(messages).toEqual([...(pages[1]?.messages ?? []), ...(pages[0]?.messages ?? [])])
  expect(counts).toEqual([1, 3])
})

test('Markdown: what counts, without what was taken back', async () => {
  const text = await (await exportSession(place, 'markdown', () => undefined)).text()
  expect(text).toContain('First')
  expect(text).not.toMatch(/Second|Third/)
})
