import { createRoot, createSignal } from 'solid-js'
import { afterEach, expect, test } from 'vitest'
import { createTokens, type Code } from './create-tokens.ts'
import { MOST_TO_TOKENISE, type TokenLine, type Tokeniser } from './tokeniser.ts'

interface Reading {
  text: string
  language: string
  signal: AbortSignal
  settle: (lines: readonly TokenLine[] | undefined) => void
  fail: (error: Error) => void
}

let dispose = () => {}
afterEach(() => dispose())

/** A text on the page, and what the tokeniser was asked. */
function show(first: Code) {
  const readings: Reading[] = []
  const tokeniser: Tokeniser = {
    tokenise: (text, language, signal) =>
      new Promise((settle, fail) => readings.push({ text, language, signal, settle, fail })),
  }
  return createRoot((end) => {
    dispose = end
    const [code, setCode] = createSignal(first)
    return { readings, setCode, lines: createTokens(code, tokeniser) }
  })
}

const settled = () => new Promise((resolve) => setTimeout(resolve))
const words = (text: string): TokenLine[] => text.split('\n').map((line) => [{ text: line, kind: 'name' }])

test('code is plain until its tokens are there', async () => {
  const { readings, lines } = show({ text: 'a\nb', language: 'ts' })
  expect(lines()).toBeUndefined()
  expect(readings).toMatchObject([{ text: 'a\nb', language: 'ts' }])
  readings[0]?.settle(words('a\nb'))
  await settled()
  expect(lines()).toEqual(words('a\nb'))
})

test('a text that changes is read anew, and what was asked of the old one is given up', async () => {
  const { readings, lines, setCode } = show({ text: 'a', language: 'ts' })
  setCode({ text: 'b', language: 'ts' })
  expect(readings.map(({ signal }) => signal.aborted)).toEqual([true, false])
  readings[1]?.settle(words('b'))
  readings[0]?.settle(words('a'))
  await settled()
  expect(lines()).toEqual(words('b'))
})

test('a text that grows keeps the tokens of its finished lines', async () => {
  const { readings, lines, setCode } = show({ text: 'a\nb', language: 'ts' })
  readings[0]?.settle(words('a\nb'))
  await settled()
  setCode({ text: 'a\nbc', language: 'ts' })
  expect(lines()).toEqual([...words('a'), [{ text: 'bc' }]])
})

test.each<[string, (reading: Reading | undefined) => void]>([
  ['fails', (reading) => reading?.fail(new Error('no grammar'))],
  ['tells another text', (reading) => reading?.settle(words('rm'))],
  ['has nothing to tell', (reading) => reading?.settle(undefined)],
])('code stays plain when the tokeniser %s', async (_, answer) => {
  const { readings, lines } = show({ text: 'ls', language: 'sh' })
  answer(readings[0])
  await settled()
  expect(lines()).toBeUndefined()
})

test.each<[string, Code]>([
  ['of a language that nobody knows', { text: 'a', language: undefined }],
  ['that is too long', { text: 'x'.repeat(MOST_TO_TOKENISE + 1), language: 'ts' }],
])('code %s is not read', (_, code) => {
  expect(show(code).readings).toEqual([])
})

test('the end of its owner gives the reading up', () => {
  const { readings } = show({ text: 'a', language: 'ts' })
  dispose()
  expect(readings[0]?.signal.aborted).toBe(true)
})
