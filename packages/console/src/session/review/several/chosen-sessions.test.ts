import { expect, test } from 'vitest'
import { readChosen, writeChosen } from './chosen-sessions.ts'

test('what is written is read', () => {
  const refs = [
    { serverId: 'daemon', sessionId: 'ses_1' },
    { serverId: 'port-4098', sessionId: 'ses_2' },
  ]
  expect(readChosen(writeChosen(refs))).toEqual(refs)
  expect(writeChosen([])).toBe('')
})

test.each([
  ['', 0],
  ['?session=', 0],
  ['?session=daemon', 0],
  ['?session=daemon/../x', 0],
  ['?session=daemon/a&session=daemon/a', 1],
  [`?${Array.from({ length: 40 }, (_, at) => `session=d/s${at}`).join('&')}`, 12],
])('%s', (query, count) => expect(readChosen(query)).toHaveLength(count))
