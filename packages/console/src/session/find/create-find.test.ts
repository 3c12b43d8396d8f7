import { createRoot, createSignal } from 'solid-js'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { JumpPlace } from '../jump/create-jump.ts'
import { createFind } from './create-find.ts'
import type { Searched } from './searched.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const text = (messageId: string, text: string): Searched => ({
  messageId,
  partId: messageId,
  place: messageId,
  text,
  folded: false,
  cut: false,
})

function world(all: readonly Searched[], from?: string) {
  const [texts, setTexts] = createSignal(all)
  const [older, setOlder] = createSignal<'none' | 'there' | 'loading' | 'failed'>('none')
  const start = { from: () => from, set: (id: string) => void (from = id) }
  const find = createRoot(() =>
    createFind({
      place: {
        ids: () => texts().map(({ messageId }) => messageId),
        older,
        loadOlder: () => Promise.resolve(),
      } as unknown as JumpPlace,
      texts,
      start,
      showWhole: () => Promise.resolve(false),
    }),
  )
  const type = (query: string) => {
    find.type(query)
    vi.advanceTimersByTime(1000)
  }
  return { ...find, type, setTexts, setOlder, texts, began: () => from }
}

test('it begins where the reader is, and goes round', () => {
  const { type, at, move } = world([text('a', 'word'), text('b', 'word'), text('c', 'word')], 'b')
  type('word')
  expect(at()).toBe(1)
  move(1)
  move(1)
  expect(at()).toBe(0)
  move(-1)
  expect(at()).toBe(2)
})

test('the match that somebody goes to is where the next search begins', () => {
  const { type, move, began } = world([text('a', 'word'), text('b', 'word')], 'a')
  type('word')
  expect(began()).toBe('a')
  move(1)
  expect(began()).toBe('b')
})

test('the first match that older messages bring is gone to', () => {
  const { type, chosen, setTexts, texts } = world([text('b', 'hay')])
  type('word')
  expect(chosen()).toBeUndefined()
  setTexts([text('a', 'a word, another word'), ...texts()])
  expect(chosen()).toMatchObject({ searched: { messageId: 'a' }, nth: 1 })
})

test('a match that is written at the end takes nobody along: it is there for whoever goes to it', () => {
  const { type, chosen, at, matches, move, setTexts, texts } = world([text('b', 'hay')])
  type('word')
  setTexts([...texts(), text('c', 'a word, another word')])
  expect([matches().length, at(), chosen()]).toEqual([2, -1, undefined])
  move(-1)
  expect(at()).toBe(1)
})

test('forwards from nowhere is the first one', () => {
  const { type, at, move, setTexts, texts } = world([text('b', 'hay')])
  type('word')
  setTexts([...texts(), text('c', 'a word, another word')])
  move(1)
  expect(at()).toBe(0)
})
