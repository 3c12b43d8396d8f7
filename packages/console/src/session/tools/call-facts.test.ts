import type { ToolPart } from '@kilocode/sdk/v2/client'
import { expect, test } from 'vitest'
import { answeredOf, childOf, factsOf, filesOf } from './call-facts.ts'

const questions = [
  { question: 'Which colour?' },
  { question: 'Which sizes?' },
  { question: 'Anything else?' },
]
const part = (state: object, tool = 'question') =>
  ({ tool, state: { input: { questions }, ...state } }) as unknown as ToolPart
const completed = (metadata: object) => part({ status: 'completed', metadata })

test('each question has what was chosen or written, as engine 7.7.7 keeps it', () => {
  const answers = [['Blue, dark'], ['S', 'own "words"\nsecond'], []]
  expect(answeredOf(completed({ answers, truncated: false }))).toEqual([
    { question: 'Which colour?', answers: ['Blue, dark'] },
    { question: 'Which sizes?', answers: ['S', 'own "words"\nsecond'] },
    { question: 'Anything else?', answers: [] },
  ])
})

test.each([
  ['waits', part({ status: 'running', metadata: {} })],
  ['was dismissed', completed({ answers: [], dismissed: true })],
  ['has answers of another shape', completed({ answers: 'Blue' })],
  ['is another tool', part({ status: 'completed', metadata: { answers: [['x']] } }, 'bash')],
])('nothing is shown of one that %s', (_, given) => {
  expect(answeredOf(given)).toEqual([])
})

const call = (tool: string, input: object, output = '') =>
  ({ tool, state: { status: 'completed', input, output, metadata: {} } }) as unknown as ToolPart

const PATCH = `*** Begin Patch
*** Add File: a.ts
+*** Add File: not.ts
*** Update File: old name.ts
*** Move to: new name.ts
*** Delete File: gone.ts
*** Update File: a.ts
*** End Patch`

test.each<[string, ToolPart, string[]]>([
  ['a file without an end', call('read', { filePath: '/p/Makefile' }), ['/p/Makefile']],
  ['a folder', call('read', { filePath: '/p' }, '<path>/p</path>\n<type>directory</type>\n<entries>'), []],
  ['a patch', call('apply_patch', { patchText: PATCH }), ['a.ts', 'new name.ts']],
  ['a plan', call('plan_exit', { path: '.kilo/plans/a.md' }), ['.kilo/plans/a.md']],
  ['a page', call('webfetch', { url: 'https://x.test/a.ts' }), []],
  ['no path', call('edit', { filePath: 7, path: ' ' }), []],
  ['a path that is none', call('edit', { filePath: 'x'.repeat(5000) }), []],
])('of %s the files can be opened', (_, part, expected) => {
  expect(filesOf(part)).toEqual(expected)
})

test.each([
  ['the engine notes it', 'task', { sessionId: 'ses_2' }, 'ses_2'],
  ['an older one notes it', 'task', { sessionID: 'ses_3' }, 'ses_3'],
  ['it has none yet', 'task', {}, ''],
  ['it is no name', 'task', { sessionId: 7 }, ''],
  ['another tool notes one', 'bash', { sessionId: 'ses_2' }, ''],
])('the session of a subagent, where %s', (_, tool, metadata, expected) => {
  expect(childOf(part({ status: 'running', metadata }, tool))).toBe(expected)
})

test('what a running call notes is known', () => {
  expect(factsOf(part({ status: 'running', metadata: { output: 'so far' } })).output).toBe('so far')
})
