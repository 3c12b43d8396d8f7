/** For tests: things as an engine tells them, with every key that they can have. */

export const diff = { file: 'a.ts', patch: '@@ -1 +1 @@', additions: 1, deletions: 2, status: 'modified' }
export const todo = { content: 'Mend it', status: 'pending', priority: 'high' }

const counts = { input: 1, output: 2, reasoning: 3, cache: { read: 4, write: 5 } }
export const tokens = { ...counts, total: 15 }

export const session = {
  id: 'ses_1',
  slug: 'calm-river',
  projectID: 'global',
  workspaceID: 'wrk_1',
  directory: '/w/app',
  path: 'packages/app',
  parentID: 'ses_0',
  summary: { additions: 1, deletions: 2, files: 3, diffs: [diff] },
  cost: 0.5,
  tokens: counts,
  share: { url: 'https://example.org/s/1' },
  title: 'Mend it',
  agent: 'code',
  model: { id: 'large', providerID: 'acme', variant: 'high' },
  version: '7.7.7',
  metadata: { any: ['thing'] },
  time: { created: 1, updated: 2, compacting: 3, archived: 4 },
  permission: ['allow', 'deny', 'ask'].map((action) => ({ permission: 'bash', pattern: '*', action })),
  revert: { messageID: 'msg_1', partID: 'prt_1', snapshot: 'abc', diff: '@@', workspace: 'restored' },
}

export const statuses = [
  { type: 'idle' },
  { type: 'busy' },
  { type: 'offline', requestID: 'net_1', message: 'no net' },
  {
    type: 'retry',
    attempt: 2,
    message: 'slow down',
    next: 5,
    action: { reason: 'limit', provider: 'acme', title: 'Pay', message: 'Pay more', label: 'Pay', link: 'x' },
  },
]

export const terminal = {
  id: 'pty_1',
  title: 'zsh',
  command: '/bin/zsh',
  args: ['-l'],
  cwd: '/w/app',
  status: 'running',
  pid: 42,
  exitCode: 0,
  sessionID: 'ses_1',
}

const call = { messageID: 'msg_1', callID: 'call/1' }

export const permission = {
  id: 'per_1',
  sessionID: 'ses_1',
  permission: 'bash',
  patterns: ['npm test'],
  metadata: { command: 'npm test' },
  always: ['npm *'],
  tool: call,
}

const option = { label: 'Yes', description: 'Do it', labelKey: 'l', descriptionKey: 'd', mode: 'code' }

export const question = {
  id: 'que_1',
  sessionID: 'ses_1',
  questions: [
    {
      question: 'Which?',
      header: 'Choose',
      options: [option],
      multiple: true,
      questionKey: 'q',
      headerKey: 'h',
      custom: false,
    },
  ],
  blocking: true,
  tool: call,
}

export const suggestion = {
  id: 'sug_1',
  sessionID: 'ses_1',
  text: 'Review it?',
  actions: [{ label: 'Yes', description: 'Look at it', prompt: '/review' }],
  blocking: false,
  tool: call,
}

const said = { message: 'it failed' }
export const apiError = {
  name: 'APIError',
  data: {
    ...said,
    statusCode: 500,
    isRetryable: true,
    responseHeaders: { 'retry-after': '5' },
    responseBody: '{}',
    metadata: { a: 'b' },
  },
}
const met = (status: string) => ({ name: 'docs', status, message: 'found' })

export const errors = [
  apiError,
  { name: 'ProviderAuthError', data: { ...said, providerID: 'acme' } },
  { name: 'MessageAbortedError', data: said },
  { name: 'ContentFilterError', data: said },
  { name: 'MessageOutputLengthError', data: {} },
  { name: 'StructuredOutputError', data: { ...said, retries: 2 } },
  { name: 'ContextOverflowError', data: { ...said, responseBody: '{}' } },
  ...['blocked', 'error'].map((state) => ({
    name: 'AgentRequirementError',
    data: {
      ...said,
      agent: 'code',
      directory: '/w/app',
      state,
      skills: ['ready', 'missing', 'error'].map(met),
      mcps: [met('ready')],
      vscode_extensions: [{ name: 'docs', id: 'acme.docs' }],
    },
  })),
]
