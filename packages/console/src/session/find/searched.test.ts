import type { Message, Part } from '@kilocode/sdk/v2/client'
import { expect, test } from 'vitest'
import { makeSearchedReader } from './searched-reader.ts'
import { searchedOf } from './searched.ts'

const part = (fields: object) => ({ id: 'p', ...fields }) as unknown as Part
const bash = (state: object) =>
  part({ type: 'tool', tool: 'bash', state: { input: { command: 'ls' }, metadata: {}, ...state } })
const brief = (role: Message['role'], ...parts: Part[]) =>
  searchedOf({ id: 'm', role }, parts, '/p').map(({ place, text, folded }) => [place, text, folded])

test('what was typed is searched, not what it was made into', () => {
  const metadata = { kilo: { injected: { title: '/init now' } } }
  expect(brief('user', part({ type: 'text', text: 'a long template', metadata }))).toEqual([
    ['p', '/init now', false],
  ])
  expect(brief('assistant', part({ type: 'text', text: 'said', metadata }))).toEqual([['p', 'said', false]])
  expect(brief('user', part({ type: 'text', text: 'file contents', synthetic: true }))).toEqual([])
  expect(brief('user', part({ type: 'text', text: 'line\n'.repeat(40) }))).toMatchObject([['p', {}, true]])
})

test('an answer is searched with its thoughts, and calls with what they show when they are opened', () => {
  expect(
    brief(
      'assistant',
      part({ type: 'text', text: 'said' }),
      part({ type: 'reasoning', text: 'thought', time: { start: 1, end: 2 } }),
      bash({ status: 'completed', output: '\u001B[31mfo\u001B[0mund', time: { start: 1, end: 2 } }),
      part({ type: 'step-start' }),
      part({ type: 'patch', hash: 'abc', files: ['/p/found.ts'] }),
    ),
  ).toEqual([
    ['p', 'said', false],
    ['p', 'thought', true],
    ['p', 'bash\nls', false],
    ['p Command', 'ls', true],
    ['p Output', 'found', true],
  ])
})

test('a long answer is not folded away, and a file goes by its name', () => {
  const long = 'line\n'.repeat(40)
  expect(brief('assistant', part({ type: 'text', text: long }))).toEqual([['p', long, false]])
  const files = [{ type: 'file', filename: 'a.png' }, { type: 'file' }]
  expect(brief('user', ...files.map(part))).toEqual([
    ['p', 'a.png', false],
    ['p', '', false],
  ])
})

test('each text says whose it is', () => {
  expect(searchedOf({ id: 'm', role: 'user' }, [part({ type: 'text', text: 'a' })], '/p')).toEqual([
    { messageId: 'm', partId: 'p', place: 'p', text: 'a', folded: false, cut: false },
  ])
})

const PATCH = `--- a/x.ts
+++ b/x.ts
@@ -10,2 +10,2 @@ function around
 kept
-was
+is
`

test('of changes their lines are searched, and not the numbers and signs of a patch', () => {
  const edit = (metadata: object) =>
    part({
      type: 'tool',
      tool: 'edit',
      state: {
        status: 'completed',
        input: { filePath: '/p/x.ts' },
        metadata,
        output: '',
        time: { start: 1, end: 2 },
      },
    })
  expect(brief('assistant', edit({ diff: PATCH }))).toContainEqual(['p Changes', 'kept\nwas\nis', true])
  const two = `${PATCH}${PATCH.replaceAll('x.ts', 'y.ts')}`
  expect(brief('assistant', edit({ diff: two }))).toContainEqual([
    'p Changes',
    'x.ts\nkept\nwas\nis\ny.ts\nkept\nwas\nis',
    true,
  ])
})

test('what is there in part says so', () => {
  const parts = [
    part({ type: 'text', text: 'all' }),
    part({ type: 'text', text: 'the beginning', cut: 100_000 }),
  ]
  expect(searchedOf({ id: 'm', role: 'assistant' }, parts, '/p').map(({ cut }) => cut)).toEqual([false, true])
})

test('messages that stay as they are are read once, and what runs each time', () => {
  const read = makeSearchedReader()
  const messages = [
    { id: 'a', role: 'user' },
    { id: 'b', role: 'assistant' },
  ] as Message[]
  const asked = part({ type: 'text', text: 'asked' })
  const running = bash({ status: 'running', metadata: { output: 'one' }, time: { start: 1 } })
  const before = read(messages, { a: [asked], b: [running] }, '/p')
  const later = bash({ status: 'running', metadata: { output: 'two' }, time: { start: 1 } })
  const after = read(messages, { a: [asked], b: [later] }, '/p')
  expect(after[0]).toBe(before[0])
  expect(after.map(({ text }) => text)).toEqual(['asked', 'bash\nls', 'ls', 'two'])
  const done = bash({ status: 'completed', output: 'three', time: { start: 1, end: 2 } })
  const last = read(messages, { a: [asked], b: [done] }, '/p')
  expect(last.at(-1)?.text).toBe('three')
  expect(read(messages, { a: [asked], b: [done] }, '/p').at(-1)).toBe(last.at(-1))
})
