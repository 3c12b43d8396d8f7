import { expect, test } from 'vitest'
import { httpNames } from '../shared/routes.ts'
import type { Handlers } from './routes.ts'

test('a route without a handler, and a handler without a route, do not type-check', () => {
  const all = Object.fromEntries(httpNames.map((name) => [name, () => undefined])) as unknown as Handlers
  const { figures: _, ...some } = all
  // @ts-expect-error: the table names a route that nobody answers
  const missing: Handlers = some
  // @ts-expect-error: nobody can ask for it
  const extra: Handlers = { ...all, elsewhere: () => undefined }
  // @ts-expect-error: not what the table of answers says
  const other: Handlers = { ...all, info: () => ({ version: 1 }) }
  expect([missing, extra, other]).toHaveLength(3)
})
