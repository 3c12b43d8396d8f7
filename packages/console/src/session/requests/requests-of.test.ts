import type { Session } from '@kilocode/sdk/v2/client'
import { expect, test } from 'vitest'
import type { Permission, Question } from '../../store/types.ts'
import { requestsOf } from './requests-of.ts'

const session = (id: string, parentID?: string) => ({ id, parentID }) as Session
const sessions = {
  top: session('top'),
  child: session('child', 'top'),
  grandchild: session('grandchild', 'child'),
  other: session('other'),
  loop: session('loop', 'pool'),
  pool: session('pool', 'loop'),
}

test('requests of all subagents, oldest first, whatever their kind', () => {
  const permission = (id: string, sessionID: string) => ({ [id]: { id, sessionID } as Permission })
  const requests = requestsOf(
    {
      sessions,
      permissions: {
        ...permission('per_3', 'grandchild'),
        ...permission('per_1', 'top'),
        ...permission('per_0', 'other'),
      },
      questions: {
        que_4: { id: 'que_4', sessionID: 'other' } as Question,
        que_2: { id: 'que_2', sessionID: 'child' } as Question,
      },
    },
    'top',
  )
  expect(requests.map(({ kind, request, by }) => `${kind} ${request.id} ${by?.id}`)).toEqual([
    'permission per_1 top',
    'question que_2 child',
    'permission per_3 grandchild',
  ])
})
