import type { IndexingStatus } from '@kilocode/sdk/v2/client'
import { expect, test } from 'vitest'
import { indexingWords, type IndexingSettings } from './indexing-text.ts'

const INITIALIZING = 'Indexing is initializing.'
const HOME =
  'Automatic indexing is disabled in home and filesystem root directories. Open a project folder to enable indexing.'
const QDRANT =
  'Failed during initial scan: Failed to connect to Qdrant at http://127.0.0.1:7731: Unable to connect.'

type Case = [
  Partial<IndexingStatus>,
  Partial<IndexingSettings>,
  condition: string,
  text: RegExp,
  hint: RegExp | undefined,
]

// The messages are the engine's own (docs/engine.md).
const cases: Case[] = [
  [{ message: 'Indexing disabled.' }, { isOn: false }, 'Disabled', /Nothing is sent/, undefined],
  [{ message: HOME }, {}, 'Disabled', /never indexes the home folder/, /folder below/],
  [{ message: 'not configured' }, { provider: undefined }, 'Disabled', /no embedding provider/, /choose one/],
  [{ message: 'not configured' }, {}, 'Disabled', /something is missing/, /need a key/],
  [{ state: 'In Progress', message: INITIALIZING }, {}, 'Preparing', /initializing/, undefined],
  [
    { state: 'In Progress', message: INITIALIZING },
    { store: 'lancedb' },
    'Preparing',
    /init/,
    /npm registry/,
  ],
  [
    { state: 'In Progress', message: INITIALIZING },
    { store: undefined },
    'Preparing',
    /init/,
    /npm registry/,
  ],
  [
    { state: 'In Progress', message: INITIALIZING },
    { provider: 'kilo' },
    'Preparing',
    /init/,
    /Kilo account/,
  ],
  [
    { state: 'In Progress', processedFiles: 2, totalFiles: 5 },
    {},
    'In Progress',
    /^2 of 5 files$/,
    undefined,
  ],
  [{ state: 'Complete', processedFiles: 1 }, {}, 'Complete', /^1 file was/, undefined],
  [{ state: 'Complete', processedFiles: 5 }, {}, 'Complete', /^5 files were/, undefined],
  [{ state: 'Error', message: 'Failed to initialize: ' }, { store: 'lancedb' }, 'Error', /LanceDB/, /npm/],
  [{ state: 'Error', message: 'Failed to initialize: ' }, {}, 'Error', /no reason/, undefined],
  [{ state: 'Error', message: QDRANT }, {}, 'Error', /7731/, /Is Qdrant running/],
  [
    { state: 'Error', message: 'Failed to initialize: Connection error.' },
    {},
    'Error',
    /not reached/,
    /address/,
  ],
  [
    { state: 'Error', message: 'Unable to connect.' },
    { provider: 'ollama' },
    'Error',
    /not reached/,
    /Ollama/,
  ],
  [{ state: 'Error', message: 'Failed to initialize: Odd' }, {}, 'Error', /^Odd$/, undefined],
  [{ state: 'Standby', message: 'Ready.' }, {}, 'Standby', /^Ready\.$/, /goes on/],
]

test.each(cases)('%j with settings %j', (told, set, condition, text, hint) => {
  const status = {
    state: 'Disabled',
    message: '',
    processedFiles: 0,
    totalFiles: 0,
    percent: 0,
    ...told,
  } as const
  const words = indexingWords(status, { isOn: true, provider: 'openai', store: 'qdrant', ...set })
  expect(words.condition).toBe(condition)
  expect(words.text).toMatch(text)
  if (hint) expect(words.hint).toMatch(hint)
  else expect(words.hint).toBeUndefined()
})

test('a count that makes no sense makes no bar that is longer than its box', () => {
  const status = {
    state: 'In Progress',
    message: '',
    processedFiles: 9,
    totalFiles: 5,
    percent: 180,
  } as const
  expect(indexingWords(status, { isOn: true, provider: 'openai', store: 'qdrant' }).progress).toEqual({
    done: 5,
    total: 5,
    percent: 100,
  })
})
