import type { CheckReport } from '@kilo-console/engine/provider-report'
import { expect, test } from 'vitest'
import { printFindings } from './print.ts'
import { findingsOf, requestLines, verdict } from './provider.ts'

const report: CheckReport = {
  provider: 'acme',
  model: 'm',
  steps: [
    { step: 'provider', state: 'ok', what: 'Kilo knows acme/m' },
    { step: 'key', state: 'failed', what: 'The key was refused (401)', hint: 'Look at the key.' },
    { step: 'tools', state: 'unknown', what: 'Not tried' },
  ],
  request: {
    method: 'POST',
    url: 'https://a.test/v1/chat/completions',
    headers: [['authorization', 'Bearer •••']],
    tools: 1,
    bytes: 20,
    body: '{\n  "model": "m"\n}',
  },
  answer: { status: 401, firstMs: 10, totalMs: 20 },
  durationMs: 1240,
}

test('each step is a line; advice is told as it is, for it is no command', () => {
  const lines = printFindings(findingsOf(report), { columns: undefined, colour: false })
  expect(lines).toEqual([
    '● ok       provider  Kilo knows acme/m',
    '✕ failed   key       The key was refused (401)',
    '                     Look at the key.',
    '○ skipped  tools     Not tried',
  ])
})

test('the request as it went out, and the verdict', () => {
  expect(requestLines(report)).toEqual([
    '',
    'POST https://a.test/v1/chat/completions',
    'authorization: Bearer •••',
    '20 bytes, 1 tool; beside messages and tools:',
    '{',
    '  "model": "m"',
    '}',
    '',
    'answered 401',
  ])
  expect(requestLines({})).toEqual([])
  expect(verdict(report)).toBe('acme/m does not work (1.2 s).')
  const { model: _, ...rest } = report
  expect(verdict({ ...rest, steps: report.steps.slice(0, 1) })).toBe('acme works (1.2 s).')
})
