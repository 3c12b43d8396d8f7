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

const INNER = '```js\nx\n```\n'

test.each([
  ['tildes', '~~~md\n~~~js\nx\n~~~\n~~~', 'md', '~~~js\nx\n~~~'],
  ['blanks before the name', '``` \tmd\n```js\nx\n```\n```', 'md', '```js\nx\n```'],
  ['mdx and a title', '```mdx a b \n```js\nx\n```\n```', 'mdx a b', '```js\nx\n```'],
  ['capitals', '```Markdown\n```js\nx\n```\n```', 'Markdown', '```js\nx\n```'],
  ['an indent', '   ```md\n   # Use\n x\n   ```js\n   ```\n   ```', 'md', '# Use\nx\n```js\n```'],
  ['an end that is indented otherwise', '```md\n```js\n```\n \t```', 'md', '```js\n```'],
  ['a longer end', '```md\n```js\n````\n`````', 'md', '```js\n````'],
  ['blanks behind the fences', '```md\n```js \nx\n``` \n``` ', 'md', '```js \nx\n``` '],
  ['two blocks', `\`\`\`md\n${INNER}${INNER}\`\`\``, 'md', `${INNER}${INNER.trimEnd()}`],
  ['a block in a block', '```md\n```md\n```js\n```\n```\n```', 'md', '```md\n```js\n```\n```'],
  ['a short fence in a longer block', '```md\n````js\n```\n````\n```', 'md', '````js\n```\n````'],
  ['an end that is too far in', '```md\n```js\n```\n    ```\n```', 'md', '```js\n```\n    ```'],
  ['tildes, which are text', '```md\n~~~js\n```js\n```\n```', 'md', '~~~js\n```js\n```'],
  ['ticks in a line, which are text', '```md\n```js\n```\na ```\n```', 'md', '```js\n```\na ```'],
  ['an empty line at the end', '```md\n```js\n```\n\n```', 'md', '```js\n```'],
])('markdown about markdown with %s', (_, raw, lang, text) => {
  for (const rest of ['', '\nrest', '\n```\nrest'])
    expect(nestedFence(raw + rest, false)).toEqual({ raw, lang, text })
})

test.each([
  ['text before it', `x\`\`\`md\n${INNER}\`\`\`\n`],
  ['code by its indent', `    \`\`\`md\n${INNER}\`\`\`\n`],
  ['two ticks', `\`\`md\n${INNER}\`\`\`\n`],
  ['two tildes', `~~md\n~~~js\n~~~\n~~~\n`],
  ['a name that only begins like it', `\`\`\`mdc\n${INNER}\`\`\`\n`],
  ['no name', `\`\`\`\n${INNER}\`\`\`\n`],
  ['nothing within, and it goes on', '```md\n# Use\n'],
  ['an end that is too short', '````md\n```js\n```\n```\n'],
])('is none: %s', (_, text) => {
  expect(nestedFence(text, false)).toBeUndefined()
})

test('while it is written, a block without one within is as CommonMark reads it', () => {
  expect(nestedFence('```md\n# Use\n', true)).toBeUndefined()
  expect(nestedFence('```md', true)).toBeUndefined()
  expect(nestedFence('```md\n```sh\nx\n', true)).toEqual({
    raw: '```md\n```sh\nx\n',
    lang: 'md',
    text: '```sh\nx',
  })
})
