import { expect, it } from 'vitest'
import { fit } from './progress.ts'

it.each([
  ['short', 10, 'short'],
  ['exactly so', 10, 'exactly so'],
  ['one too many', 11, 'one too ma…'],
  ['no room', 1, '…'],
  ['none at all', -5, '…'],
])('%j in %i columns is %j', (text, width, shown) => expect(fit(text, width)).toBe(shown))
