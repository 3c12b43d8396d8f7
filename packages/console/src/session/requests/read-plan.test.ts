import type { Message, Part } from '@kilocode/sdk/v2/client'
import { beforeEach, expect, test, vi } from 'vitest'
import { readFile } from '../../sdk/file-view.ts'
import { messagePage } from '../../sdk/message-page.ts'
import { readPlan } from './read-plan.ts'

vi.mock('../../sdk/file-view.ts', () => ({ readFile: vi.fn() }))
vi.mock('../../sdk/message-page.ts', () => ({ messagePage: vi.fn() }))

const place = { serverId: 'daemon', sessionId: 's', directory: '/p' }
const named = (plan: string) =>
  ({
    type: 'tool',
    tool: 'plan_exit',
    state: { status: 'completed', input: {}, metadata: { plan } },
  }) as unknown as Part
const transcript = (...parts: Part[]) => ({ messages: [{ id: 'm' } as Message], parts: { m: parts } })
const page = (...parts: Part[]) =>
  vi
    .mocked(messagePage)
    .mockResolvedValue({ messages: [{ info: { id: 'm' } as Message, parts }], older: null })

beforeEach(() => {
  vi.clearAllMocks()
  vi.mocked(readFile).mockResolvedValue({ type: 'text', content: '# Do it' })
})

test('by the transcript where it is open', async () => {
  const plan = await readPlan(place, transcript(named('.kilo/plans/a.md')))
  expect(plan).toEqual({ file: '.kilo/plans/a.md', view: { kind: 'text', text: '# Do it' } })
  expect(messagePage).not.toHaveBeenCalled()
})

test.each([
  ['no transcript', undefined],
  ['one that is still on its way', transcript()],
])('by the newest messages where there is %s', async (_, open) => {
  page(named('/p/.kilo/plans/b.md'))
  expect(await readPlan(place, open)).toMatchObject({ file: '.kilo/plans/b.md' })
  expect(vi.mocked(readFile).mock.calls).toEqual([['daemon', '/p', '.kilo/plans/b.md']])
})

test('nothing where no call names one', async () => {
  page()
  expect(await readPlan(place, undefined)).toBeUndefined()
  expect(readFile).not.toHaveBeenCalled()
})

test('a file elsewhere is not read', async () => {
  expect(await readPlan(place, transcript(named('/q/.kilo/plans/a.md')))).toEqual({
    file: '/q/.kilo/plans/a.md',
    view: { kind: 'outside' },
  })
  expect(readFile).not.toHaveBeenCalled()
})
