import { expect, test } from 'vitest'
import { unlisted } from './unlisted.ts'

test('what is listed is not there twice, and a subagent is in its parent', () => {
  const servers = { d: { sessions: { listed: {} } }, e: { sessions: {} } } as never
  const found = (serverId: string, id: string, parentID?: string) => ({
    serverId,
    session: { id, ...(parentID !== undefined && { parentID }) },
  })
  const all = [
    found('d', 'listed'),
    found('d', 'old'),
    found('d', 'child', 'old'),
    found('e', 'listed'),
    found('f', 'x'),
  ]
  expect(unlisted(servers, all).map(({ serverId, session }) => `${serverId} ${session.id}`)).toEqual([
    'd old',
    'e listed',
    'f x',
  ])
})
