import { expect, test } from 'vitest'
import type { Running } from '../../shared/roster/steps.ts'
import { textOfStep } from './step-text.ts'

const NOW = 1_800_000_000_000
const call = (tool: string, subject = '', heard = NOW): Running => ({ kind: 'tool', tool, subject, heard })

test.each<[Running | undefined, string]>([
  [undefined, 'Waiting for the model'],
  [{ kind: 'thinking' }, 'Thinking'],
  [{ kind: 'writing' }, 'Writing'],
  [call('bash', 'npm test\nnpm run lint'), 'Running npm test npm run lint'],
  [call('edit', 'src/auth.ts'), 'Editing src/auth.ts'],
  [call('grep', 'TODO'), 'Searching for TODO'],
  [call('todowrite'), 'Updating its todos'],
  [call('task', 'Look for callers'), 'Waiting for its subagent: Look for callers'],
  [call('task'), 'Waiting for its subagent'],
  [call('github_search'), 'Using github_search'],
  [call('constructor'), 'Using constructor'],
  [call('bash', 'npm test', NOW - 59_999), 'Running npm test'],
  [call('bash', 'npm test', NOW - 60_000), 'Running npm test · no output for 1 min'],
  [call('bash', 'npm test', NOW - 150_000), 'Running npm test · no output for 2 min'],
  [call('task', 'x', NOW - 150_000), 'Waiting for its subagent: x'],
  [call('question', '', NOW - 150_000), 'Asking you'],
])('%j is told as %s', (running, expected) => {
  expect(textOfStep({ running, by: undefined }, NOW)).toBe(expected)
})

test('a subagent’s goes by its agent, or by its title', () => {
  const by = { title: 'Find callers', agent: 'explore' } as never
  expect(textOfStep({ running: call('read', 'a.ts'), by }, NOW)).toBe('explore: Reading a.ts')
  expect(textOfStep({ running: undefined, by: { title: 'Find callers' } as never }, NOW)).toBe(
    'Find callers: Waiting for the model',
  )
})

test('fault 42: what a model wrote cannot reach over its line, and is short', () => {
  const text = textOfStep(
    { running: call('bash', `\u202Egnp.exe\u0000\n${'x'.repeat(5000)}`), by: undefined },
    NOW,
  )
  expect(text).toMatch(/^Running gnp\.exe x+…$/)
  expect(text.length).toBe(160)
})
