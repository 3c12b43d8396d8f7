/** For tests: messages and their parts as an engine tells them, with every key that they can have. */
import { apiError, diff, tokens } from './whole.ts'

const ofSession = { id: 'msg_1', sessionID: 'ses_1' }
const user = {
  ...ofSession,
  role: 'user',
  time: { created: 1 },
  summary: { title: 'Mend it', body: 'all of it', diffs: [diff] },
  agent: 'code',
  model: { providerID: 'acme', modelID: 'large', variant: 'high' },
  system: 'Be brief',
  tools: { bash: true },
  editorContext: { visibleFiles: ['a.ts'], openTabs: ['b.ts'], activeFile: 'a.ts', shell: 'zsh' },
}
const answer = {
  ...ofSession,
  role: 'assistant',
  time: { created: 1, completed: 2 },
  error: apiError,
  parentID: 'msg_0',
  modelID: 'large',
  providerID: 'acme',
  mode: 'code',
  agent: 'code',
  path: { cwd: '/w/app', root: '/w' },
  summary: true,
  cost: 0.5,
  tokens,
  structured: { any: 'thing' },
  variant: 'high',
  finish: 'stop',
}

export const messages = [
  { ...user, format: { type: 'text' } },
  { ...user, format: { type: 'json_schema', schema: { type: 'object' }, retryCount: 2 } },
  answer,
]

const of = { id: 'prt_1', sessionID: 'ses_1', messageID: 'msg_1' }
const quoted = { value: '@a', start: 0, end: 2 }
const position = { line: 1, character: 2 }
const files = [
  { type: 'file', text: quoted, path: 'a.ts' },
  { type: 'symbol', text: quoted, path: 'a', range: { start: position, end: position }, name: 'f', kind: 12 },
  { type: 'resource', text: quoted, clientName: 'docs', uri: 'docs://a' },
].map((source) => ({
  ...of,
  type: 'file',
  mime: 'text/plain',
  filename: 'a.ts',
  url: 'file:///a.ts',
  source,
}))

const input = { command: 'ls' }
const metadata = { any: 'thing' }
const tools = [
  { status: 'pending', input, raw: '{' },
  { status: 'running', input, title: 'ls', metadata, time: { start: 1 } },
  {
    status: 'completed',
    input,
    output: 'a.ts',
    title: 'ls',
    metadata,
    time: { start: 1, end: 2, compacted: 3 },
    attachments: files,
  },
  { status: 'error', input, error: 'no', metadata, time: { start: 1, end: 2 } },
].map((state) => ({ ...of, type: 'tool', callID: 'call/1', tool: 'bash', state, metadata }))

const model = { providerID: 'acme', modelID: 'large' }

export const parts = [
  { ...of, type: 'text', text: 'Hi', synthetic: true, ignored: false, time: { start: 1, end: 2 }, metadata },
  { ...of, type: 'reasoning', text: 'Hm', metadata, time: { start: 1, end: 2 } },
  ...files,
  ...tools,
  { ...of, type: 'subtask', prompt: 'p', description: 'd', agent: 'a', model, variant: 'high', command: 'c' },
  { ...of, type: 'step-start', snapshot: 'abc', time: { start: 1 } },
  ...['provider', 'computed'].map((source) => ({
    ...of,
    type: 'step-finish',
    reason: 'stop',
    snapshot: 'abc',
    model,
    generationID: 'gen_1',
    vercelID: 'v',
    metrics: { prompt: 1, generation: 2, source },
    time: { start: 1, end: 2, elapsed: 1 },
    cost: 0.5,
    tokens,
  })),
  { ...of, type: 'snapshot', snapshot: 'abc' },
  { ...of, type: 'patch', hash: 'abc', files: ['a.ts'] },
  { ...of, type: 'agent', name: 'code', source: quoted },
  { ...of, type: 'retry', attempt: 2, error: apiError, time: { created: 1 } },
  { ...of, type: 'compaction', auto: true, overflow: false, tail_start_id: 'msg_1' },
]
