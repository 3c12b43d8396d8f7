import type { GlobalSession } from '@kilocode/sdk/v2/client'
import { expect, test } from 'vitest'
import type { ConsoleState } from '../../store/types.ts'
import { withoutKnown, type Known } from './without-known.ts'

const session = (id: string, updated: number) => ({ id, time: { created: 1, updated } }) as GlobalSession
const answers = [
  { serverId: 'd', sessions: [session('a', 3), session('b', 1)] },
  { serverId: 'e', sessions: [session('a', 2)] },
]
const listing = (...ids: string[]) =>
  ({ d: { sessions: Object.fromEntries(ids.map((id) => [id, {}])) } }) as unknown as ConsoleState['servers']
const left = ({ left }: Known) => left.map(({ serverId, session: { id } }) => `${serverId}/${id}`)

test('all servers’ stand together, the newest first', () =>
  expect(left(withoutKnown(answers, {}, undefined))).toEqual(['d/a', 'e/a', 'd/b']))

test('what the roster has listed since does not come back when it is gone from there', () => {
  const listed = withoutKnown(answers, listing('a'), undefined)
  expect(left(listed)).toEqual(['e/a', 'd/b'])
  const archived = withoutKnown(answers, listing(), listed)
  expect(left(archived)).toEqual(['e/a', 'd/b'])
  expect(left(withoutKnown([...answers], listing(), archived))).toEqual(['d/a', 'e/a', 'd/b'])
})
