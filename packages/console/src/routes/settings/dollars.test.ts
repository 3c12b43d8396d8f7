import { expect, it } from 'vitest'
import { readDollars } from './dollars.ts'

it.each([
  ['', null],
  ['  ', null],
  ['$', null],
  ['5', 5],
  ['$5.50', 5.5],
  [' $ 12 ', 12],
  ['2,50', 2.5],
  ['0.01', 0.01],
  ['1000000', 1_000_000],
  ['0', undefined],
  ['0.001', undefined],
  ['1000001', undefined],
  ['1,234.50', undefined],
  ['-5', undefined],
  ['5 a day', undefined],
  ['1e3', undefined],
  ['٥', undefined],
])('%j is %j', (text, amount) => expect(readDollars(text)).toBe(amount))
