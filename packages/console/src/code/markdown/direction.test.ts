import { expect, test } from 'vitest'
import { directionOf } from './direction.ts'

test.each([
  ['Plain words', 'ltr'],
  ['', 'ltr'],
  ['123 – 456', 'ltr'],
  ['שלום world', 'rtl'],
  ['مرحبا', 'rtl'],
  ['1. **مرحبا** hello', 'rtl'],
  ['`npm install` را اجرا کنید', 'rtl'],
  ['``a ` b`` سلام', 'rtl'],
  ['`npm` `run` سلام', 'rtl'],
  ['```\nnpm\n``` سلام', 'rtl'],
  ['`سلام` npm', 'ltr'],
  ['` سلام', 'rtl'],
  ['Say שלום', 'ltr'],
  ['漢字', 'ltr'],
  ['ދިވެހި', 'rtl'],
])('fault 72: %s runs %s', (text, direction) => {
  expect(directionOf(text)).toBe(direction)
})
