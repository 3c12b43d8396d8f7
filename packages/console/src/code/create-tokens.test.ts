import { createRoot, createSignal } from 'solid-js'
import { afterEach, expect, test } from 'vitest'
import { createTokens, type Code } from './create-tokens.ts'
import { markOf } from './highlight/marks.ts'
import { MOST_TO_TOKENISE, plainTokeniser, type Hearing, type Tokeniser } from './tokeniser.ts'

interface Opened {
  language: string
  hearing: Hearing
  shown: string[]
  ended: boolean
}

let dispose = () => {}
afterEach(() => dispose())

/** A text on the page, and what the tokeniser was asked. */
function show(first: Code) {
  const opened: Opened[] = []
  const tokeniser: Tokeniser = {
    open(language, hearing) {
      const one: Opened = { language, hearing, shown: [], ended: false }
      opened.push(one)
      return { show: (text) => void one.shown.push(text), end: () => void (one.ended = true) }
    },
  }
  return createRoot((end) => {
    dispose = end
    const [code, setCode] = createSignal(first)
    return { opened, setCode, lines: createTokens(code, tokeniser) }
  })
}

const keyword = (length: number) => Uint32Array.of(markOf(length, 4))

test('code is plain until its tokens are there', () => {
  const { opened, lines } = show({ text: 'let\nif', language: 'ts' })
  expect(lines()).toBeUndefined()
  expect(opened).toMatchObject([{ language: 'typescript', shown: ['let\nif'] }])
  opened[0]?.hearing(0, [keyword(3), keyword(2)])
  expect(lines()).toEqual([[{ text: 'let', kind: 'keyword' }], [{ text: 'if', kind: 'keyword' }]])
})

test('a text that grows keeps its colours and is read on', () => {
  const { opened, lines, setCode } = show({ text: 'let', language: 'ts' })
  opened[0]?.hearing(0, [keyword(3)])
  setCode({ text: 'let a', language: 'ts' })
  expect(opened).toMatchObject([{ shown: ['let', 'let a'], ended: false }])
  expect(lines()).toEqual([[{ text: 'let', kind: 'keyword' }, { text: ' a' }]])
})

test('another language is another reading, and the one before ends', () => {
  const { opened, lines, setCode } = show({ text: 'let', language: 'ts' })
  opened[0]?.hearing(0, [keyword(3)])
  setCode({ text: 'let', language: 'rs' })
  expect(lines()).toBeUndefined()
  expect(opened).toMatchObject([{ ended: true }, { language: 'rust', shown: ['let'] }])
})

test.each<[string, Code]>([
  ['of a language that nobody knows', { text: 'a', language: undefined }],
  ['of a language that has no grammar here', { text: 'a', language: 'klingon' }],
  ['that is too long', { text: 'x'.repeat(MOST_TO_TOKENISE + 1), language: 'ts' }],
])('code %s is not read', (_, code) => {
  expect(show(code).opened).toEqual([])
})

test('the end of its owner ends the reading', () => {
  const { opened } = show({ text: 'a', language: 'ts' })
  dispose()
  expect(opened[0]?.ended).toBe(true)
})

test('the plain tokeniser tells nothing apart', () => {
  plainTokeniser.open('typescript', () => expect.unreachable()).show('let a')
})
