import type { Message, Part } from '@kilocode/sdk/v2/client'
import { createRoot } from 'solid-js'
import { createStore, produce, unwrap } from 'solid-js/store'
import { expect, test } from 'vitest'
import type { Cut } from '../../../shared/cut-parts.ts'
import type { Transcript } from '../../store/types.ts'
import { createTexts, cutMessages } from './create-texts.ts'

const text = (id: string, words: string, cut?: number): Cut<Part> =>
  ({ id, type: 'text', text: words, ...(cut !== undefined && { cut }) }) as Cut<Part>

function world() {
  const [state, setState] = createStore({
    messages: [{ id: 'a', role: 'assistant' }] as Message[],
    parts: { a: [text('p', 'the beginning', 100_000)] },
  })
  // As the view makes it: a plain list of what is in the store.
  const messages = [...state.messages]
  return createRoot(() => ({
    state,
    setState,
    messages,
    texts: createTexts({
      messages: () => messages,
      transcript: () => state as unknown as Transcript,
      busy: () => false,
      directory: () => '/p',
    }),
  }))
}

test('what is cut says so, and is read again when it is there whole', () => {
  const { texts, setState } = world()
  expect(cutMessages(texts())).toEqual(['a'])
  setState(produce((draft) => (draft.parts['a'] = [text('p', 'the beginning and the end')])))
  expect(texts().map(({ text }) => text)).toEqual(['the beginning and the end'])
  expect(cutMessages(texts())).toEqual([])
})

test('the list of messages stays as it is: it is not the search’s alone', () => {
  const { messages, state } = world()
  expect(messages[0]).toBe(state.messages[0])
  expect(messages[0]).not.toBe(unwrap(state.messages[0]))
})
