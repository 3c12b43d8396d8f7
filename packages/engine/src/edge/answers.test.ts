import { expect, test, vi } from 'vitest'
import { messages, parts } from '../../test/whole-messages.ts'
import * as whole from '../../test/whole.ts'
import { answers, type Answers } from './answers.ts'
import { pageLimits } from './limits.ts'
import { project } from './project.ts'
import { fitting } from './check.ts'
import { countedSession } from './usage.ts'

const [info] = messages
const project1 = { id: 'global', name: 'app', worktree: '/w/app' }
const model = {
  id: 'large',
  name: 'Large',
  limit: { context: 200_000, input: 150_000, output: 32_000 },
  cost: { input: 1, output: 2, cache: { read: 0.1, write: 0.5 } },
  capabilities: {
    reasoning: true,
    toolcall: true,
    input: { image: true, pdf: true, audio: false, video: false },
    output: { image: false, pdf: false, audio: false, video: false },
  },
}
const providers = (variants: unknown) => [
  { id: 'acme', name: 'Acme', models: { large: { ...model, variants } } },
]
const worktree = { name: 'fix', branch: 'fix', directory: '/w/fix' }
const file = { type: 'text', content: 'aGk=', encoding: 'base64', mimeType: 'text/plain' }
const taken = { input: 9, output: 8, reasoning: 7, cache: { read: 6, write: 5 } }
const usedModel = { providerID: 'acme', modelID: 'large', steps: 3, cost: 0.5, tokens: taken }
const agent = { name: 'code', displayName: 'Code', description: 'writes', mode: 'primary', hidden: true }

/** Of each kind, with every key that we keep. Lists are lists of these. */
const ones: Partial<Record<keyof Answers, object[]>> = {
  session: [whole.session],
  terminal: [whole.terminal],
  message: [{ info, parts }],
  commitMessage: [{ message: 'Mend it' }],
  worktree: [worktree],
  config: [{ model: 'acme/large', small_model: 'acme/small', default_agent: 'code' }],
  ticket: [{ ticket: 'abc' }],
  fileContent: [file, { ...file, type: 'binary' }],
  vcs: [{ branch: 'main' }],
  modelState: [{ favorite: [{ providerID: 'acme', modelID: 'large' }] }],
  enhanced: [{ text: 'Mend it, please' }],
  modelUsage: [{ models: [usedModel] }],
  agentPreview: [{ path: '/w/.kilo/agent/plan.md', markdown: '---\nmode: all\n---\nPlan.' }],
  folderRules: [
    {
      files: [{ name: 'AGENTS.md', path: '/w/AGENTS.md', exists: true, editable: true, content: '# Rules' }],
    },
  ],
}
const lists: Partial<Record<keyof Answers, unknown[]>> = {
  sessions: [whole.session],
  globalSessions: [
    { ...whole.session, project: project1, worktreeName: 'fix' },
    { ...whole.session, project: null },
  ],
  messages: messages.map((each) => ({ info: each, parts })),
  todos: [whole.todo],
  diffs: [whole.diff],
  wholeDiffs: ['added', 'deleted', 'modified'].map((status) => ({
    ...whole.diff,
    status,
    before: 'a',
    after: 'b',
  })),
  permissions: [whole.permission],
  agents: ['subagent', 'primary', 'all'].map((mode) => ({
    ...agent,
    mode,
    model: { modelID: 'large', providerID: 'acme' },
  })),
  fileNodes: ['file', 'directory'].map((type) => ({ name: 'a', path: 'src/a', type })),
  commands: ['command', 'mcp', 'skill'].map((source) => ({
    name: 'review',
    description: 'looks',
    source,
    hints: ['$1'],
  })),
  paths: ['src/a.ts'],
}

const kinds = (table: object) => Object.entries(table) as [keyof Answers, object[]][]

test('MCP servers are kept by name, whatever one of them is, and those that are none are dropped', () => {
  const dropped = vi.fn()
  const told = { notes: { status: 'connected', more: 1 }, files: { status: 'failed', error: 'gone' } }
  expect(answers.mcpStates({ ...told, odd: { status: 'odd' }, none: null }, dropped)).toEqual({
    notes: { status: 'connected' },
    files: { status: 'failed', error: 'gone' },
  })
  expect(dropped).toHaveBeenCalledWith(2)
  expect(answers.mcpSettings({ mcp: { notes: { type: 'local' }, odd: 'x' } }, dropped)).toEqual({
    notes: { type: 'local' },
  })
  expect(answers.mcpSettings({}, dropped)).toEqual({})
  expect(
    answers.mcpInFiles({ targets: { global: { raw: { mcp: { notes: { url: 'u' } } } } } }, dropped),
  ).toEqual({
    global: { notes: { url: 'u' } },
    project: {},
  })
  const resource = { name: 'First', uri: 'notes://1', client: 'notes' }
  expect(answers.mcpResources({ 'notes:notes://1': { ...resource, size: 3 }, odd: {} }, dropped)).toEqual([
    resource,
  ])
})

test.each(kinds(ones))('%s is kept whole, and nothing else with it', (kind, all) => {
  const dropped = vi.fn()
  for (const one of all) expect(answers[kind]({ ...one, later: 1 }, dropped)).toStrictEqual(one)
  expect(dropped).not.toHaveBeenCalled()
})

test.each(kinds(lists))('%s are kept whole, in their order', (kind, all) => {
  const dropped = vi.fn()
  expect(answers[kind](all, dropped)).toStrictEqual(all)
  expect(dropped).not.toHaveBeenCalled()
})

test.each(kinds(lists))('one bad entry of %s does not cost the others', (kind, all) => {
  const dropped = vi.fn()
  expect(answers[kind]([7, ...all, null], dropped)).toStrictEqual(all)
  expect(dropped.mock.calls.flat().reduce((sum: number, count: number) => sum + count, 0)).toBe(2)
})

test.each([...kinds(ones), ...kinds(lists)])('what is no %s is refused', (kind) => {
  for (const other of [null, 7, '', 'text']) expect(() => answers[kind](other, vi.fn())).toThrow()
})

test('of models the names of their variants are kept', () => {
  const answer = { providers: providers({ low: {}, high: { any: 1 } }), default: { acme: 'large' } }
  const kept = { providers: providers(['low', 'high']), default: { acme: 'large' } }
  expect(answers.providers(answer, vi.fn())).toStrictEqual(kept)
  expect(() => answers.providers({ ...answer, default: 7 }, vi.fn())).toThrow('not what it should be')
})

test('a message with a bad part is still a message', () => {
  const dropped = vi.fn()
  expect(answers.messages([{ info, parts: [...parts, {}] }, { parts }], dropped)).toStrictEqual([
    { info, parts },
  ])
  expect(dropped.mock.calls).toEqual([[1], [1]])
})

test('no more messages than a page can show', () => {
  const many = Array.from({ length: pageLimits.messages + 5 }, () => ({ info, parts: [] }))
  expect(answers.messages(many, vi.fn())).toHaveLength(pageLimits.messages)
})

test('what is refused is named', () => {
  expect(() => answers.messages({}, vi.fn())).toThrow('no list')
  expect(() => answers.session({}, vi.fn())).toThrow('not what it should be')
})

test('a project is kept whole', () => {
  expect(fitting(project, { ...project1, later: 1 })).toStrictEqual(project1)
})

test('of a session that is counted, what a count needs is kept: no rules, no changes, no older moments', () => {
  const { id, projectID, directory, parentID, title, cost, tokens } = whole.session
  const counted = {
    id,
    projectID,
    directory,
    parentID,
    title,
    cost,
    tokens,
    model: { id: 'large', providerID: 'acme' },
    time: { created: 1, updated: 2 },
    project: { name: 'app', worktree: '/w/app' },
  }
  const row = {
    ...whole.session,
    model: { ...counted.model, variant: 'high' },
    time: { ...counted.time, archived: 3 },
    project: project1,
  }
  expect(fitting(countedSession, row)).toStrictEqual(counted)
  expect(fitting(countedSession, { ...row, project: null })).toStrictEqual({ ...counted, project: null })
  for (const key of ['id', 'projectID', 'directory', 'title', 'time', 'project'])
    expect(fitting(countedSession, { ...row, [key]: undefined })).toBeUndefined()
})

test('what is asked for by its name is refused when it is too long, never cut: half of it is another one', () => {
  const long = 'x'.repeat(600)
  const dropped = vi.fn()
  const ofLong = (kind: 'commands' | 'agents' | 'providers', value: object) => {
    const answer = kind === 'providers' ? { providers: [value], default: {} } : [value]
    return JSON.stringify(answers[kind](answer, dropped))
  }
  expect(ofLong('commands', { name: long, hints: [] })).not.toContain('xx')
  expect(ofLong('agents', { ...agent, name: long })).not.toContain('xx')
  expect(ofLong('providers', { id: long, name: 'Acme', models: {} })).not.toContain('xx')
  expect(dropped).toHaveBeenCalledTimes(3)
  const favourites = { favorite: [{ providerID: 'acme', modelID: long }] }
  expect(() => answers.modelState(favourites, dropped)).toThrow('not what it should be')
})
