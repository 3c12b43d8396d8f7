import { expect, test } from 'vitest'
import { ProblemError } from '../../sdk/problem.ts'
import { shareProblem, webAddress } from './share-problem.ts'

test('an engine without an account does not say why: we do', () => {
  const refused = new ProblemError({ code: 'InternalServerError', message: 'The server answered 500.' }, 500)
  expect(shareProblem(refused, true)).toMatchObject({
    message: 'Sharing needs a Kilo account and the network.',
    hint: 'kilo auth login',
  })
  expect(shareProblem(refused, false)).toMatchObject({ message: 'Sharing needs the network.' })
})

test.each([new ProblemError({ code: 'NotFound', message: 'Gone' }, 404), new TypeError('Failed to fetch')])(
  '%s is told as it is',
  (error) => expect(shareProblem(error, true)).toBe(error),
)

test.each([
  ['https://app.kilo.ai/s/abc', 'https://app.kilo.ai/s/abc'],
  ['http://localhost:3000/s', 'http://localhost:3000/s'],
  ['javascript:alert(1)', undefined],
  ['data:text/html,x', undefined],
  ['file:///etc/passwd', undefined],
  ['//evil.test', undefined],
  ['', undefined],
  [undefined, undefined],
])('fault 40: the address %j is %j', (url, address) => expect(webAddress(url)).toBe(address))
