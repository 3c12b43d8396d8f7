import { expect, test } from 'vitest'
import { sampleServer } from '../shared/sample-server.ts'
import type { Console } from './console.ts'
import { HttpProblem } from './http/problem.ts'
import { KnownSecrets } from './secrets/known-secrets.ts'
import { problemWithoutSecrets, withoutSecrets } from './without-secrets.ts'

const KEY = 'sk-1234567890abcdef'
const known = new KnownSecrets('salt')
const mark = known.hide(KEY, true)
const target = { url: '', owner: {}, secrets: Object.assign(known, { prepare: () => Promise.resolve() }) }
const console = {
  discovery: { find: (id: string) => (id === 'daemon' ? { info: sampleServer(), target } : undefined) },
} as unknown as Pick<Console, 'discovery'>
const params = { server: 'daemon' }

test('fault 78: what other programs say is told without secrets', () => {
  const asked = { name: 'terminalJobs' as const, params }
  expect(withoutSecrets(console, asked, { jobs: [`x ${KEY}`], id: KEY })).toEqual({
    jobs: [`x ${mark}`],
    id: KEY,
  })
})

test('fault 78: neither a secret nor who logs in to a remote stands in a problem', () => {
  const problem = new HttpProblem(409, 'push-refused', `To https://me:abc@h/r: ${KEY}`, `set ${KEY}`)
  const shown = problemWithoutSecrets(console, { name: 'gitAct', params }, problem)
  expect(shown).toMatchObject({
    status: 409,
    code: 'push-refused',
    message: expect.stringMatching(/^To https:\/\/me:\{hidden:\w+\}@h\/r: \{hidden:\w+\}$/),
    hint: `set ${mark}`,
  })
  expect(known.mask('abc')).toBe('abc')
})

test('what is no problem of ours, and of no server that is known, stays what it is', () => {
  const error = new Error('bug')
  expect(problemWithoutSecrets(console, { name: 'usage', params }, error)).toBe(error)
  const problem = new HttpProblem(404, 'unknown-server', KEY)
  expect(problemWithoutSecrets(console, { name: 'usage', params: { server: 'none' } }, problem)).toBe(problem)
  expect(problemWithoutSecrets(console, { name: 'info', params: {} }, problem)).toBe(problem)
})
