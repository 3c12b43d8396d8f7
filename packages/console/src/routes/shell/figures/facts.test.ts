import { expect, it } from 'vitest'
import { emptyServer } from '../../../store/types.ts'
import { factsOf } from './facts.ts'

const info = {
  id: 'daemon',
  url: '',
  port: 4097,
  kind: 'managed',
  health: 'healthy',
  version: '7',
  pid: 12,
  projects: [],
  lastActive: null,
  startedAt: 1000,
} as const

it('says since when it runs and what is open', () => {
  expect(factsOf({ ...emptyServer({ ...info, projects: [] }), more: true }, 66_000)).toEqual([
    ['Running', '1 m 5 s'],
    ['Process', '12'],
    ['Sessions', '0+'],
    ['Terminals', '0'],
  ])
  const busy = { ...emptyServer({ ...info, projects: [] }), activity: { a: { type: 'busy' as const } } }
  expect(factsOf(busy, 0)[2]).toEqual(['Sessions', '0, 1 working'])
})

it('of one that is stopped, and of none', () => {
  const { pid: _pid, startedAt: _startedAt, ...rest } = info
  expect(factsOf(emptyServer({ ...rest, health: 'offline', projects: [] }), 5).slice(0, 2)).toEqual([
    ['Running', 'no'],
    ['Process', '–'],
  ])
  expect(factsOf(undefined, 0)).toEqual([])
})
