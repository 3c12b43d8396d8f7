import { expect, it } from 'vitest'
import { isReport } from './reports.ts'

it.each([
  ['\u001B[?1;2c', true],
  ['\u001B[>0;276;0c', true],
  ['\u001B[0n', true],
  ['\u001B[12;40R', true],
  ['\u001B[?2004;1$y', true],
  ['\u001B[8;24;80t', true],
  ['\u001B]11;rgb:0f0f/1010/1212\u001B\\', true],
  ['\u001B]10;rgb:0f0f/1010/1212\u0007', true],
  ['\u001BP1$r0m\u001B\\', true],
  ['a', false],
  ['c', false],
  ['\u0003', false],
  ['\r', false],
  ['\u001B', false],
  ['\u001B[A', false],
  ['\u001BOP', false],
  ['\u001B[15~', false],
  ['\u001B[200~text\u001B[201~', false],
  ['\u001B[<0;10;5M', false],
])('%j is an answer of the terminal itself: %s', (input, is) => {
  expect(isReport(input)).toBe(is)
})
