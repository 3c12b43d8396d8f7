import type { Message, Part } from '@kilocode/sdk/v2/client'
import { expect, test, vi } from 'vitest'
import type { SessionView } from '../../session-view.ts'
import { useDraft } from '../draft/drafts.ts'
import { createHistory } from './create-history.ts'

vi.mock('../../../sdk/host.ts', () => ({
  host: { promptHistory: () => Promise.resolve({ prompts: ['elsewhere'] }) },
}))

const settled = () => new Promise((resolve) => setTimeout(resolve))

function setUp(sessionId: string) {
  const messages = ['one', 'two'].map((id) => ({ id, role: 'user' }) as Message)
  const parts = Object.fromEntries(messages.map(({ id }) => [id, [{ type: 'text', text: id } as Part]]))
  const view = { messages: () => messages, transcript: () => ({ parts }) } as unknown as SessionView
  const draft = useDraft({ serverId: 'daemon', sessionId })
  return { draft, history: createHistory(view, draft) }
}

test('back through the prompts of this session, then of all others, and forth again', async () => {
  const { draft, history } = setUp('a')
  const shown: string[] = []
  for (const step of [1, 1, 1, -1, -1, -1] as const) {
    history.go(step)
    await settled()
    shown.push(draft.text())
  }
  expect(shown).toEqual(['two', 'one', 'elsewhere', 'one', 'two', ''])
  expect(history.isRecalled()).toBe(false)
})

test('what comes into the box from elsewhere is no recalled prompt any more, that a key would replace', () => {
  const { draft, history } = setUp('b')
  history.go(1)
  expect(history.isRecalled()).toBe(true)
  draft.replace(0, 0, 'Taken back\n\n', [])
  expect(history.isRecalled()).toBe(false)
})
