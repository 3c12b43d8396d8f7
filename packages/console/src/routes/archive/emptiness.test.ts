import { expect, test } from 'vitest'
import { emptinessOf, type Emptied } from './emptiness.ts'

const all: Emptied = { loading: false, failed: false, isUp: true, hasMore: false, searching: false }

test.each<[Partial<Emptied>, string]>([
  [{}, 'none'],
  [{ searching: true }, 'not-found'],
  [{ hasMore: true, searching: true }, 'not-yet'],
  [{ isUp: false }, 'no-server'],
  [{ failed: true, hasMore: true }, 'failed'],
  [{ failed: true, isUp: false }, 'failed'],
  [{ loading: true, failed: true }, 'loading'],
])('%j: %s', (how, why) => expect(emptinessOf({ ...all, ...how })).toBe(why))
