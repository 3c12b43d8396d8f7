import { createRoot, createSignal } from 'solid-js'
import { expect, test, vi } from 'vitest'
import type { SessionView } from '../session-view.ts'
import { createSource } from './create-source.ts'
import type { Source } from './source.ts'

const able = vi.hoisted(() => ({ ofSession: false }))
const chosen = vi.hoisted((): { source: Source } => ({ source: { kind: 'session' } }))
vi.mock('../../store/context.ts', () => ({ useConsole: () => ({ can: () => able.ofSession }) }))
vi.mock('./review-state.ts', () => ({ sourceOf: () => chosen.source }))

const prompt = (id: string, diffs?: unknown[]) => ({ id, role: 'user', ...(diffs && { summary: { diffs } }) })
const answer = { id: 'a', role: 'assistant', summary: true }

function begin(first: unknown[]) {
  const [messages, set] = createSignal(first)
  const view = { ref: { serverId: 'oc', sessionId: 's' }, messages } as unknown as SessionView
  return { source: createRoot(() => createSource(view)), set }
}

test('of a session, where the engine tells of it', () => {
  able.ofSession = true
  const { source } = begin([prompt('p', [{}])])
  expect(source()).toEqual({ kind: 'session' })
})

test('else of the last turn that changed something, until another is chosen', () => {
  able.ofSession = false
  const { source, set } = begin([])
  expect(source()).toEqual({ kind: 'session' })
  set([prompt('p'), answer])
  expect(source()).toEqual({ kind: 'turn', messageID: 'p' })
  set([prompt('p', []), answer, prompt('q', [{}]), answer, prompt('r')])
  expect(source()).toEqual({ kind: 'turn', messageID: 'q' })
  chosen.source = { kind: 'tree' }
  expect(begin([prompt('p')]).source()).toEqual({ kind: 'tree' })
})
