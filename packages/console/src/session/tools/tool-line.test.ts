import type { ToolPart, ToolState } from '@kilocode/sdk/v2/client'
import { expect, test } from 'vitest'
import { toolLineOf } from './tool-line.ts'

const DIRECTORY = '/home/ada/notes'
const time = { start: 1000, end: 4100 }

const part = (tool: string, state: Partial<ToolState> & { status: string }) =>
  ({ tool, state: { input: {}, ...state } }) as ToolPart

const done = (tool: string, input: object, more: object = {}) =>
  part(tool, { status: 'completed', input: { ...input }, output: '', title: '', metadata: {}, time, ...more })

test.each([
  ['bash', { command: 'npm test ' }, 'command', 'code', 'npm test'],
  ['read', { filePath: '/home/ada/notes/src/auth.ts' }, 'read', 'path', 'src/auth.ts'],
  ['read', { filePath: '/etc/hosts' }, 'read', 'path', '/etc/hosts'],
  ['edit', { filePath: '/home/ada/notes-2/a' }, 'write', 'path', '/home/ada/notes-2/a'],
  [
    'apply_patch',
    { patchText: '*** Add File: a.ts\n+x\n*** Delete File: b.ts' },
    'write',
    'path',
    'a.ts, b.ts',
  ],
  ['grep', { pattern: 'TODO', path: '/home/ada/notes/src' }, 'search', 'code', 'TODO  in src'],
  ['glob', { pattern: '**/*.ts' }, 'search', 'code', '**/*.ts'],
  ['webfetch', { url: 'https://x.test/a' }, 'web', 'path', 'https://x.test/a'],
  ['task', { description: 'Find callers' }, 'subagent', 'text', 'Find callers'],
  ['question', { questions: [{ question: 'Which?' }, {}] }, 'question', 'text', 'Which? and 1 more'],
  ['skill', { name: 'review' }, 'skill', 'text', 'review'],
  ['mcp_thing', { limit: 3, name: 'x' }, 'other', 'text', 'x'],
  ['mcp_thing', {}, 'other', 'text', ''],
  ['bash', {}, 'command', 'code', ''],
  ['question', { questions: 'broken' }, 'question', 'text', ''],
])('%s %j', (tool, input, icon, kind, subject) => {
  expect(toolLineOf(done(tool, input), DIRECTORY, true)).toMatchObject({ icon, kind, subject })
})

test.each<[string, ToolPart, object]>([
  ['not begun', part('bash', { status: 'pending' }), { status: 'waiting', startedAt: null, endedAt: null }],
  [
    'running',
    part('bash', { status: 'running', time: { start: 7 } }),
    { status: 'running', startedAt: 7, endedAt: null },
  ],
  [
    'done',
    done('bash', {}, { metadata: { exit: 0 } }),
    { status: 'done', detail: '', startedAt: 1000, endedAt: 4100 },
  ],
  [
    'fault 74: a command that failed has no green tick',
    done('bash', {}, { metadata: { exit: 128 } }),
    { status: 'failed', detail: 'exit 128' },
  ],
  [
    'a question that was dismissed',
    done('question', {}, { metadata: { answers: [], dismissed: true } }),
    { status: 'refused', detail: 'dismissed' },
  ],
  [
    'a question that was answered',
    done('question', {}, { metadata: { answers: [['a']] } }),
    { status: 'done', detail: '' },
  ],
  ['failed', part('read', { status: 'error', error: 'ENOENT', time }), { status: 'failed' }],
  [
    'refused',
    part('bash', {
      status: 'error',
      error: 'The user rejected permission to use this specific tool call.',
      time,
    }),
    { status: 'refused' },
  ],
  [
    'stopped',
    part('bash', { status: 'error', error: 'Tool execution aborted', time }),
    { status: 'stopped' },
  ],
  [
    'edited',
    done('edit', {}, { metadata: { filediff: { additions: 12, deletions: 3 } } }),
    { changed: { additions: 12, deletions: 3 } },
  ],
  [
    'patched two files',
    done('apply_patch', {}, { metadata: { files: [{ additions: 1 }, { additions: 2, deletions: 4 }] } }),
    { changed: { additions: 3, deletions: 4 } },
  ],
  ['todos', done('todowrite', { todos: [{ status: 'completed' }, {}] }), { detail: '2 todos, 1 done' }],
  ['one todo', done('todowrite', { todos: [{}] }), { detail: '1 todo' }],
  [
    'a subagent',
    done('task', { subagent_type: 'explore' }, { metadata: { sessionId: 'ses_2' } }),
    { name: 'explore' },
  ],
  [
    'running',
    part('bash', { status: 'running', input: {}, time: { start: 5 } }),
    { status: 'running', startedAt: 5, detail: '' },
  ],
  ['nothing in the input but a title', done('plan', {}, { title: 'Planned' }), { subject: 'Planned' }],
])('%s', (_, given, expected) => {
  expect(toolLineOf(given, DIRECTORY, true)).toMatchObject(expected)
})

test.each([
  ['running', part('bash', { status: 'running', input: {}, time: { start: 5 } })],
  ['pending', part('bash', { status: 'pending', input: {}, raw: '' })],
])(
  'fault 66: a call that is still %s for an engine that ended was interrupted, and no clock ticks',
  (_, call) => {
    expect(toolLineOf(call, DIRECTORY, false)).toMatchObject({
      status: 'interrupted',
      detail: 'interrupted',
      startedAt: null,
    })
  },
)

test('a suggestion waits for the user though its session rests', () => {
  const asked = part('suggest', { status: 'running', input: {}, time: { start: 7 } })
  expect(toolLineOf(asked, DIRECTORY, false, true)).toMatchObject({ status: 'asking', startedAt: null })
  expect(toolLineOf(asked, DIRECTORY, false, false)).toMatchObject({ status: 'interrupted' })
})

test('a call that waits for the user neither runs nor counts its time', () => {
  const asked = part('bash', { status: 'running', time: { start: 7 } })
  expect(toolLineOf(asked, DIRECTORY, true, true)).toMatchObject({ status: 'asking', startedAt: null })
  expect(toolLineOf(asked, DIRECTORY, false, true)).toMatchObject({ status: 'interrupted' })
})
