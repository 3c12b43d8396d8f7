import { expect, test } from 'vitest'
import { engineKindOf } from './capabilities.ts'

const BOTH = ['revert', 'branch', 'share']
const OPENCODE = [...BOTH, 'mcp']
const OLD_KILO = [...BOTH, 'rules', 'session-diff', 'global-always', 'account', 'mcp']
const KILO = [
  ...BOTH,
  'import',
  'rules',
  'session-diff',
  'global-always',
  'account',
  'always-rules',
  'suggest',
  'queue',
  'enhance',
  'favourites',
  'model-usage',
  'configuration',
  'mcp',
  'indexing',
]

test.each([
  ['7.7.7', [], 'kilo', [...KILO, 'resume', 'upkeep']],
  ['7.7.9', [{ id: 'que_1' }], 'kilo', [...KILO, 'resume', 'upkeep']],
  ['8.0.0-beta.1', [], 'kilo', [...KILO, 'resume', 'upkeep']],
  ['v10.0', [], 'kilo', [...KILO, 'resume', 'upkeep']],
  ['7.4.20', [], 'kilo', KILO],
  ['6.9.0', [], 'kilo', OLD_KILO],
  // It answers what it does not know with a page, an older one with an error of its own.
  ['1.18.33', undefined, 'opencode', OPENCODE],
  ['1.18.33', { error: 'Not Found' }, 'opencode', OPENCODE],
  ['0.9.0', undefined, 'opencode', OPENCODE],
  // Nothing is known of who does not say what it is.
  [null, [], 'unknown', []],
  ['', [], 'unknown', []],
  ['local', [], 'unknown', []],
  ['7', [], 'unknown', []],
  ['7.7x', [], 'unknown', []],
  ['-7.7.7', [], 'unknown', []],
  [`${'9'.repeat(400)}.1`, [], 'unknown', []],
])('version %j that answers %j is %s, and can %j', (version, network, flavour, capabilities) => {
  expect(engineKindOf({ version, network })).toEqual({ flavour, capabilities })
})
