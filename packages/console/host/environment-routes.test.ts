import { expect, test } from 'vitest'
import { opened } from './environment-routes.ts'

const env = { TOKEN: 'a', OTHER: 'b' }
const after = (body: string): unknown => JSON.parse(opened(Buffer.from(body), env).toString())

test('a terminal gets its project’s variables beside what it is opened with', () => {
  expect(after('{"cwd":"/p","title":"x"}')).toEqual({ cwd: '/p', title: 'x', env })
  expect(after('')).toEqual({ env })
})

test('what one terminal is given counts more', () => {
  expect(after('{"env":{"TOKEN":"mine"}}')).toEqual({ env: { TOKEN: 'mine', OTHER: 'b' } })
})

test.each(['{', '[1]', '"text"', 'null'])('%s is the engine’s to refuse', (body) => {
  expect(opened(Buffer.from(body), env).toString()).toBe(body)
})
