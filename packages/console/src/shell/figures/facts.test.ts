import { expect, it } from 'vitest'
import { sampleServer } from '../../../shared/sample-server.ts'
import { emptyServer } from '../../store/types.ts'
import { factsOf } from './facts.ts'

const info = sampleServer({ pid: 12, startedAt: 1000 })

it('says since when it runs and what is open', () => {
  expect(factsOf({ ...emptyServer(info), more: true }, 66_000)).toEqual([
    ['Running', '1 m 5 s'],
    ['Process', '12'],
    ['Sessions', '0+'],
    ['Terminals', '0'],
  ])
  const busy = { ...emptyServer(info), activity: { a: { type: 'busy' as const } } }
  expect(factsOf(busy, 0)[2]).toEqual(['Sessions', '0, 1 working'])
})

it('of one that is stopped, and of none', () => {
  expect(factsOf(emptyServer(sampleServer({ health: 'offline' })), 5).slice(0, 2)).toEqual([
    ['Running', 'no'],
    ['Process', '–'],
  ])
  expect(factsOf(undefined, 0)).toEqual([])
})
