import { expect, test } from 'vitest'
import type { CheckReport } from '../../../../shared/provider-check.ts'
import { requestText, verdict } from './check-text.ts'

const report: CheckReport = {
  provider: 'acme',
  model: 'm',
  steps: [{ step: 'provider', state: 'ok', what: 'x' }],
  request: {
    method: 'POST',
    url: 'https://a.test/v1/chat/completions',
    headers: [['authorization', 'Bearer •••']],
    tools: 2,
    bytes: 20,
    body: '{}',
  },
  answer: { status: 401, contentType: 'text/html', firstMs: 1, totalMs: 2 },
  durationMs: 1240,
}

test('the verdict names what was asked', () => {
  expect(verdict(report)).toBe('acme/m works (1.2 s)')
  const { model: _, ...rest } = report
  expect(verdict({ ...rest, steps: [{ step: 'key', state: 'unknown', what: 'x' }] })).toBe(
    'acme does not work (1.2 s)',
  )
  expect(verdict({ ...report, model: 'a\u202Eb' })).not.toContain('\u202E')
})

test('the request as it went out, or none', () => {
  expect(requestText(report)).toBe(
    'POST https://a.test/v1/chat/completions\nauthorization: Bearer •••\n\n20 bytes, 2 tools. Without messages and tools:\n{}\n\nAnswer: 401 text/html',
  )
  expect(requestText({})).toBeUndefined()
})
