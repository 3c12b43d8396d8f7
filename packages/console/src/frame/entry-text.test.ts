import { describe, expect, it } from 'vitest'
import type { SessionStatus } from '../store/roster.ts'
import type { Terminal } from '../store/types.ts'
import {
  activityOf,
  isNamedByFolder,
  nameServer,
  needOf,
  oneLine,
  titleOfSession,
  titleOfTerminal,
} from './entry-text.ts'
import { setProgramTitle, setTerminalNumbers } from './terminal-titles.ts'

const session = (title: string) => ({
  id: 's',
  slug: 's',
  projectID: 'p',
  directory: '/app',
  title,
  version: '1',
  time: { created: 1, updated: 1 },
})
const permission = (patterns: string[], by?: string): SessionStatus => ({
  kind: 'permission',
  request: {
    id: 'r',
    sessionID: 's',
    permission: 'bash',
    patterns,
    metadata: {},
    always: [],
    directory: '/app',
  },
  by: by === undefined ? undefined : session(by),
})
const question = (text: string, by?: string): SessionStatus => ({
  kind: 'question',
  request: {
    id: 'q',
    sessionID: 's',
    questions: [{ question: text, header: 'DB', options: [] }],
    directory: '/app',
  },
  by: by === undefined ? undefined : session(by),
})

it.each([
  ['Fix login', 'Fix login'],
  ['New session - 2026-11-21T00:17:08.000Z', 'New session'],
  ['Child session - 2026-11-21T00:17:08.000Z', 'New session'],
  ['New session - of parliament', 'New session - of parliament'],
  ['  ', 'New session'],
  ['a\u0007b\nc\u202Ed', 'a b c d'],
])('fault 42: calls a session titled %j %j', (title, text) => expect(titleOfSession({ title })).toBe(text))

it('sessions without a title or a prompt are told apart by their time', () => {
  const begun = (second: number) => ({
    title: '',
    time: { created: new Date(2026, 10, 21, 7, 5, second).getTime() },
  })
  expect([1, 2].map((second) => titleOfSession(begun(second)))).toEqual([
    'New session 07:05:01',
    'New session 07:05:02',
  ])
})

describe('a terminal', () => {
  const terminal = (title: string, cwd = '/home/me/app') =>
    ({ id: 'pty_1q5NP', title, command: '/bin/zsh', cwd }) as Terminal
  const titleOf = (given: Terminal, said?: string) => {
    setProgramTitle(given.id, said)
    return titleOfTerminal({ terminal: given })
  }

  it.each([
    ['by its shell and folder, not by the end of its id', 'Terminal q5NP', undefined, 'zsh — app'],
    ['by what runs in it', 'Terminal q5NP', 'vim auth.ts', 'vim auth.ts'],
    ['not by its prompt', 'Terminal q5NP', 'me@host: ~/app', 'zsh — app'],
    ['as somebody has named it', 'Build', 'vim auth.ts', 'Build'],
    ['without a name as one that was given none', '', undefined, 'zsh — app'],
    ['in one line, whatever a program says', 'Terminal q5NP', 'a\u0007b\nc', 'a b c'],
  ])('is called %s', (_, title, said, expected) => expect(titleOf(terminal(title), said)).toBe(expected))

  it('has a number where another one goes by the same shell and folder', () => {
    setTerminalNumbers(new Map([['pty_1q5NP', 2]]))
    expect(titleOf(terminal('Terminal q5NP'))).toBe('zsh 2 — app')
    setTerminalNumbers(new Map())
  })

  it('fault 71: a folder with a line end in its name is on one line', () =>
    expect(titleOf(terminal('Terminal q5NP', '/home/a\nb'))).toBe('zsh — a␊b'))

  it.each([
    ['Terminal q5NP', undefined, true],
    ['Terminal q5NP', 'vim', false],
    ['Build', undefined, false],
  ])('titled %j where a program says %j: named by its folder? %s', (title, said, expected) => {
    setProgramTitle('pty_1q5NP', said)
    expect(isNamedByFolder(terminal(title))).toBe(expected)
  })
})

it('fault 42: cuts a title of a megabyte', () => expect(oneLine('x'.repeat(1_000_000))).toHaveLength(160))

describe('needOf', () => {
  it.each([
    [permission(['rm -rf dist']), 1, 'bash rm -rf dist'],
    [permission(['*']), 1, 'bash'],
    [permission([]), 3, 'bash (+2)'],
    [permission(['ls'], 'Explore the API'), 1, 'Explore the API: bash ls'],
    [question('Which database?'), 1, 'Which database?'],
    [question('Which?', 'Plan'), 2, 'Plan: Which? (+1)'],
    [{ kind: 'retrying', message: 'rate limited' } as const, 0, 'Retrying: rate limited'],
    [{ kind: 'failed', message: 'no\nkey' } as const, 0, 'no key'],
    [{ kind: 'working', since: 1 } as const, 0, ''],
    [{ kind: 'idle' } as const, 0, ''],
  ])('%# says it', (status, waiting, text) => expect(needOf({ status, waiting })).toBe(text))
})

it.each([
  [permission([]), false, 'permission'],
  [{ kind: 'retrying', message: '' } as const, false, 'working'],
  [{ kind: 'idle' } as const, false, 'idle'],
  [{ kind: 'idle' } as const, true, 'done'],
  [{ kind: 'failed', message: '' } as const, true, 'failed'],
])('%# has its shape', (status, finished, activity) => expect(activityOf(status, finished)).toBe(activity))

it.each([
  ['managed', 'http://127.0.0.1:4097', 'kilo'],
  ['open', 'http://127.0.0.1:4097', 'localhost:4097'],
  ['locked', 'http://[::1]:4097', 'localhost:4097'],
  ['remembered', 'http://build.example:4097', 'build.example:4097'],
])('names a %s server at %s %s', (kind, url, name) =>
  expect(nameServer({ kind, url, port: 4097 })).toBe(name),
)

it.each([
  ['open', 'http://127.0.0.1:4100', 'opencode 4100'],
  ['remembered', 'http://build.example:4100', 'opencode build.example:4100'],
  ['managed', 'http://127.0.0.1:4100', 'kilo'],
])('names opencode’s %s server at %s %s', (kind, url, name) =>
  expect(nameServer({ kind, url, port: 4100, engine: { flavour: 'opencode', capabilities: [] } })).toBe(name),
)
