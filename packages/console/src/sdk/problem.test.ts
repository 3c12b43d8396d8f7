import { expect, test } from 'vitest'
import { ProblemError, problemOf, toProblem } from './problem.ts'

test.each([
  [
    'the host',
    { error: { code: 'not-logged-in', message: 'Log in', hint: 'kilo console' } },
    401,
    { code: 'not-logged-in', message: 'Log in', hint: 'kilo console' },
  ],
  [
    'a named engine error',
    { name: 'NotFoundError', data: { message: 'Session not found' } },
    404,
    { code: 'NotFoundError', message: 'Session not found' },
  ],
  [
    'a tagged engine error',
    { _tag: 'BadRequest', message: 'no' },
    400,
    { code: 'BadRequest', message: 'no' },
  ],
  ['an empty body', undefined, 502, { code: 'http-502', message: 'The server answered 502.' }],
  ['text', 'proxy error', 500, { code: 'http-500', message: 'proxy error' }],
  ['nothing at all', undefined, undefined, { code: 'unknown', message: 'No response from the server.' }],
])('an error body of %s', (_name, body, status, problem) => {
  expect(problemOf(body, status)).toEqual(problem)
})

test('a failed fetch means that the host is gone, and says what to run', () => {
  expect(toProblem(new TypeError('Failed to fetch'))).toMatchObject({
    code: 'host-unreachable',
    hint: 'kilo console',
  })
})

test('a problem passes through as it is', () => {
  const problem = { code: 'a', message: 'b', hint: 'c' }
  expect(toProblem(new ProblemError(problem, 500))).toEqual(problem)
})
