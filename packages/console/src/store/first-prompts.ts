/**
 * What sessions without a title are called: by their first prompt. It is read for those that are shown, a few at a time, and kept: a first
 * prompt does not change.
 */
import { createStore } from 'solid-js/store'
import { firstMessage } from '../sdk/first-message.ts'
import { nameOfPrompt } from './prompt-name.ts'
import type { SessionRef } from './types.ts'

const AT_A_TIME = 2

interface Wanted {
  ref: SessionRef
  /** Unix milliseconds. */
  created: number
  updated: number
}

const [names, setNames] = createStore<Record<string, string>>({})
/** When a session last changed whose first prompt was looked for in vain. */
const tried = new Map<string, number>()
const waiting = new Map<string, Wanted>()
let running = 0

/** Reactive; undefined while it is not known. Session ids are unique over all servers. */
export function firstPromptOf(sessionId: string | undefined): string | undefined {
  return sessionId === undefined ? undefined : names[sessionId]
}

/** Reads it, unless it is known or the session has not changed since it had none. The returned function takes that back. */
export function wantFirstPrompt(wanted: Wanted): () => void {
  const { sessionId } = wanted.ref
  if (names[sessionId] === undefined && tried.get(sessionId) !== wanted.updated) {
    waiting.set(sessionId, wanted)
    pump()
  }
  return () => waiting.delete(sessionId)
}

function pump(): void {
  for (const [sessionId, wanted] of waiting) {
    if (running >= AT_A_TIME) return
    waiting.delete(sessionId)
    running += 1
    void read(wanted).finally(() => {
      running -= 1
      pump()
    })
  }
}

async function read({ ref, created, updated }: Wanted): Promise<void> {
  tried.set(ref.sessionId, updated)
  try {
    const first = await firstMessage(ref, created)
    const name = first?.info.role === 'user' ? nameOfPrompt(first.parts) : ''
    if (name !== '') setNames(ref.sessionId, name)
  } catch {
    // Whoever shows it asks again when the server is back.
    tried.delete(ref.sessionId)
  }
}
