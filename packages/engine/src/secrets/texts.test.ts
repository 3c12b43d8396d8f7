import { expect, it } from 'vitest'
import { withTexts } from './texts.ts'

const mask = (text: string) => text.replaceAll('SECRET', '#')

it('texts are masked, however deep; names, ids, types and folders never', () => {
  expect(
    withTexts(
      {
        SECRET: 'a SECRET',
        id: 'SECRET',
        sessionID: 'SECRET',
        sessionId: 'SECRET',
        type: 'SECRET',
        directory: '/SECRET',
        path: { cwd: '/SECRET', note: ['SECRET', 1, null, { text: 'SECRET', status: 'SECRET' }] },
      },
      mask,
    ),
  ).toEqual({
    SECRET: 'a #',
    id: 'SECRET',
    sessionID: 'SECRET',
    sessionId: 'SECRET',
    type: 'SECRET',
    directory: '/SECRET',
    path: { cwd: '/SECRET', note: ['#', 1, null, { text: '#', status: 'SECRET' }] },
  })
})

it('what holds none is the same', () => {
  const value = { a: ['b', { c: 1 }], id: 'SECRET' }
  expect(withTexts(value, mask)).toBe(value)
})
