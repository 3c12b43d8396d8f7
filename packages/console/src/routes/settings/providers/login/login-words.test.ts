import type { LoginMethod } from '@kilo-console/engine/edge/provider-logins'
import { expect, test } from 'vitest'
import { ProblemError } from '../../../../sdk/problem.ts'
import { askedPrompts, inputsOf, providerPage, whyFailed } from './login-words.ts'

const back = (uri: string) => `https://a.example/authorize?state=s1&redirect_uri=${encodeURIComponent(uri)}`

test('a login is opened over https alone, and it is known whether it comes back to Kilo’s machine', () => {
  expect(providerPage(back('http://localhost:1455/auth/callback'))).toMatchObject({
    host: 'a.example',
    state: 's1',
    backTo: 'localhost:1455',
  })
  expect(providerPage(back('http://127.0.0.1:8080/callback'))?.backTo).toBe('127.0.0.1:8080')
  expect(providerPage(back('https://b.example/callback'))).not.toHaveProperty('backTo')
  expect(providerPage('https://a.example/device')).not.toHaveProperty('backTo')
  for (const url of ['http://a.example/', 'javascript:alert(1)', 'https://a@b.example/', 'nothing'])
    expect(providerPage(url)).toBeUndefined()
})

const copilot: LoginMethod = {
  index: 0,
  label: 'GitHub',
  prompts: [
    {
      type: 'select',
      key: 'kind',
      message: 'Which?',
      options: [
        { label: 'GitHub.com', value: 'public' },
        { label: 'Enterprise', value: 'own' },
      ],
    },
    { type: 'text', key: 'url', message: 'Address', when: { key: 'kind', op: 'eq', value: 'own' } },
    { type: 'text', key: 'note', message: 'Note', when: { key: 'kind', op: 'neq', value: 'own' } },
  ],
}

test('only what follows from the answers before is asked, and given', () => {
  const keys = (answers: Record<string, string>) => askedPrompts(copilot, answers).map(({ key }) => key)
  expect(keys({})).toEqual(['kind', 'note'])
  expect(keys({ kind: 'own' })).toEqual(['kind', 'url'])
  expect(inputsOf(copilot, {})).toEqual({ kind: 'public' })
  expect(inputsOf(copilot, { kind: 'own', url: ' ghe.example ', note: 'x' })).toEqual({
    kind: 'own',
    url: 'ghe.example',
  })
})

test.each([
  ['ProviderAuthOauthMissing', 'The server answered 400.', 400, /no longer waits/],
  ['ProviderAuthOauthCallbackFailed', 'The server answered 400.', 400, /didn’t take/],
  ['ProviderAuthOauthCodeMissing', 'The server answered 400.', 400, /needs the code/],
  ['ProviderAuthValidationFailed', 'Enter a valid URL', 400, /^Enter a valid URL$/],
  ['BadRequest', 'Unable to connect. Is the computer able to access the url?', 400, /can’t reach/],
  ['UnknownError', 'Unexpected server error. Check server logs for details.', 500, /out of reach/],
  ['timeout', 'Kilo has heard of no login within 60 seconds.', undefined, /then finish here/],
])('%s is told in words', (code, message, status, words) => {
  expect(whyFailed(new ProblemError({ code, message }, status))).toMatch(words)
})
