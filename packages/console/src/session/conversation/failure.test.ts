import type { AssistantMessage } from '@kilocode/sdk/v2/client'
import { expect, test } from 'vitest'
import { failureOf } from './failure.ts'

type MessageError = NonNullable<AssistantMessage['error']>
const error = (name: string, data: object = {}) => ({ name, data }) as MessageError
const api = (statusCode?: number, message = '') =>
  error('APIError', { statusCode, message, isRetryable: false })
const OURS = { login: 'kilo auth login', logs: 'kilo daemon logs' }

test.each<[MessageError, string, string, RegExp]>([
  [error('MessageAbortedError', { message: 'x' }), 'info', 'Stopped', /^Write what/],
  [
    error('ProviderAuthError', { providerID: 'openai', message: 'No key' }),
    'error',
    'openai requires a login',
    /^No key\. .*kilo auth login/,
  ],
  [api(401, 'bad key'), 'error', 'acme refused the credentials (401)', /^bad key\. Log in/],
  [api(403), 'error', 'acme refused the credentials (403)', /^Log in/],
  [api(402), 'error', 'acme requires payment (402)', /^Top up/],
  [api(404), 'error', 'acme doesn’t have this model (404)', /^Choose/],
  [api(429, 'Slow down!'), 'error', 'acme’s rate limit is reached (429)', /^Slow down! Wait/],
  [api(503), 'error', 'acme failed (503)', /temporary/],
  [api(500), 'error', 'acme failed (500)', /temporary/],
  [api(499), 'error', 'acme could not answer', /^Try again/],
  [
    error('StructuredOutputError', { message: '' }),
    'error',
    'The model’s answer is not in the requested format',
    /^Try again/,
  ],
  [error('UnknownError', { message: 7 }), 'error', 'Kilo could not finish', /^Try again/],
  [api(418), 'error', 'acme could not answer', /^Try again/],
  [api(), 'error', 'acme could not answer', /^Try again/],
  [error('MessageOutputLengthError'), 'warning', 'The answer reached the model’s output limit', /continue/],
  [
    error('ContextOverflowError', { message: '' }),
    'error',
    'The conversation exceeds the model’s context',
    /new session/,
  ],
  [error('ContentFilterError', { message: '' }), 'error', 'acme withheld the answer', /Rephrase/],
  [error('UnknownError', { message: 'boom' }), 'error', 'Kilo could not finish', /^boom\. .*daemon logs/],
])('%j', (given, tone, title, hint) => {
  const failure = failureOf(given, 'acme', OURS)
  expect(failure).toMatchObject({ tone, title })
  expect(failure.hint).toMatch(hint)
})

test.each([
  [undefined, 'Write what to do instead, or try again.'],
  ['Resume', 'Write what to do instead, or resume.'],
])('after a stop the hint names the button %j', (goOn, hint) => {
  expect(failureOf(error('MessageAbortedError'), 'acme', OURS, goOn).hint).toBe(hint)
})

test('another engine has commands of its own, and logs that nobody here knows', () => {
  const commands = { login: 'opencode auth login' }
  expect(failureOf(api(401), 'acme', commands).hint).toMatch(/`opencode auth login`/)
  expect(failureOf(error('UnknownError'), 'acme', commands).hint).toBe('Try again.')
})

test('an error page becomes a sentence', () => {
  const { hint } = failureOf(api(502, `<html><h1>Bad\n gateway</h1>${'x'.repeat(900)}`), 'acme', OURS)
  expect(hint).toMatch(/^Bad gateway x+… This is/)
})

test('fault 65: a stack of the engine is left out', () => {
  const { hint } = failureOf(
    error('UnknownError', { message: 'No such tool\n    at run (x.js:1:2)\n    at y' }),
    'acme',
    OURS,
  )
  expect(hint).toBe('No such tool. Try again; `kilo daemon logs` says more.')
})

test.each([
  ['', ''],
  ['It broke', 'It broke. '],
  ['It broke.', 'It broke. '],
  ['It broke!', 'It broke! '],
  ['Did it break?', 'Did it break? '],
  ['It broke. So', 'It broke. So. '],
  ['look\nat this', 'look at this. '],
  ['x'.repeat(400), `${'x'.repeat(400)}. `],
  ['x'.repeat(401), `${'x'.repeat(400)}… `],
  ['<p>a</p> <b>c', 'a c. '],
])('what was said, %j, stands before the hint', (message, said) => {
  expect(failureOf(api(429, message), 'acme', OURS).hint).toBe(
    `${said}Wait a moment and try again, or choose another model.`,
  )
})

test('all but an answer that is too long can be tried again', () => {
  const names = ['MessageAbortedError', 'MessageOutputLengthError', 'UnknownError', 'ContentFilterError']
  expect(names.map((name) => failureOf(error(name), 'acme', OURS).retryable)).toEqual([
    true,
    false,
    true,
    true,
  ])
})

test('only what was stopped goes on from where it was', () => {
  const names = ['MessageAbortedError', 'MessageOutputLengthError', 'UnknownError', 'ContentFilterError']
  expect(names.filter((name) => failureOf(error(name), 'acme', OURS).resumes)).toEqual([
    'MessageAbortedError',
  ])
})
