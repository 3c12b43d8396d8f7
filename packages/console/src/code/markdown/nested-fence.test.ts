import remend from 'remend'
import { expect, test } from 'vitest'
import { makeBlockReader } from './blocks.ts'
import { nestedFence } from './nested-fence.ts'

const MARKDOWN =
  'Save this:\n\n```md\n# Use\n\n```sh\nnpm start\n```\n\nThat is **all**.\n```\n\nThen *run* it.\n'
const FOUR = 'a\n\n````md\n```js\nx\n```\nmore\n````\n\nb\n'
const TILDES = '~~~\n```\nx\n```\n~~~\n\nb\n'
const IN_LIST = '1. do\n   ```sh\n   x **y\n   ```\n2. ````md\n   ```\n   z\n   ```\n   ````\n\nb\n'

const shape = (text: string, writing: boolean, step = text.length) => {
  const reader = makeBlockReader(remend)
  for (let end = step; end < text.length; end += step) reader.read(text.slice(0, end), true)
  return reader.read(text, writing).map(({ token }) => token.type)
}

test.each([
  ['markdown about markdown, all with three backticks', MARKDOWN, ['paragraph', 'code', 'paragraph']],
  ['four around three', FOUR, ['paragraph', 'code', 'paragraph']],
  ['tildes around backticks', TILDES, ['code', 'paragraph']],
  ['in a list', IN_LIST, ['list', 'paragraph']],
])('code in code does not swallow what follows: %s', (_, text, expected) => {
  expect(shape(text, false)).toEqual(expected)
  for (const step of [1, 2, 7, 1000]) expect(shape(text, true, step)).toEqual(expected)
})

test('the inner blocks are in the text as they are', () => {
  expect(nestedFence('```md\n# Use\n```sh\nnpm start\n```\n```\nrest', false)).toEqual({
    raw: '```md\n# Use\n```sh\nnpm start\n```\n```',
    lang: 'md',
    text: '# Use\n```sh\nnpm start\n```',
  })
})

test.each([
  ['no block within', '```md\n# Use\n```\nrest\n'],
  ['another language, whose code may look like a fence', '```js\n```ts\n```\n```\n'],
  ['one that is not closed in a finished text', '```md\n```sh\nx\n```\nrest\n'],
  ['code in a line', '``` md ``` and so on\n'],
])('CommonMark’s reading holds for %s', (_, text) => {
  expect(nestedFence(text, false)).toBeUndefined()
})

test('while it is written, an open block takes what comes', () => {
  expect(nestedFence('```md\n```sh\nx\n```\nrest', true)?.text).toBe('```sh\nx\n```\nrest')
})
