import { expect, it } from 'vitest'
import { failed, ok, warning } from './finding.ts'
import { printFindings, shellPath, summarise } from './print.ts'

const findings = [
  ok('node', '20.20.2'),
  warning('browser', 'there is no xdg-open to open one with', 'kilo console --no-open'),
  failed('daemon state', '~/a/very/long/path/that/no/line/can/hold/and/is/kept is bad', 'chmod 600 ~/x'),
]

it('a line each where nobody looks', () =>
  expect(printFindings(findings, { columns: undefined, colour: false })).toEqual([
    '● ok       node          20.20.2',
    '▲ warning  browser       there is no xdg-open to open one with',
    '                         run: kilo console --no-open',
    '✕ failed   daemon state  ~/a/very/long/path/that/no/line/can/hold/and/is/kept is bad',
    '                         run: chmod 600 ~/x',
  ]))

it('wraps on a terminal; a long word keeps whole', () =>
  expect(printFindings(findings, { columns: 50, colour: false })).toEqual([
    '● ok       node          20.20.2',
    '▲ warning  browser       there is no xdg-open to',
    '                         open one with',
    '                         run: kilo console',
    '                         --no-open',
    '✕ failed   daemon state  ~/a/very/long/path/that/no/line/can/hold/and/is/kept',
    '                         is bad',
    '                         run: chmod 600 ~/x',
  ]))

it('colours the state alone, besides its shape and word', () =>
  expect(printFindings([ok('node', '20')], { columns: 80, colour: true })).toEqual([
    '\u001B[32m● ok       \u001B[0mnode  20',
  ]))

it.each([
  [[ok('a', '')], 'No problems found.'],
  [findings, '1 failed, 1 warning.'],
  [[warning('a', '', ''), warning('b', '', '')], '2 warnings.'],
])('sums up %#', (findings, text) => expect(summarise(findings)).toBe(text))

it('quotes a path for a shell only where it must', () => {
  expect(shellPath('/home/jo/x.json', '/home/jo')).toBe('~/x.json')
  expect(shellPath("/home/jo/it's", '/home/jo')).toBe(`'/home/jo/it'\\''s'`)
})
