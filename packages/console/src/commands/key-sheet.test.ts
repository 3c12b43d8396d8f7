import { expect, it } from 'vitest'
import { COMMAND_LIST, keysOf } from './command-list.ts'
import { KEY_SHEET } from './key-sheet.ts'

const lines = KEY_SHEET.flatMap((group) => group.lines)

it('lists every key of every command, and nothing else', () => {
  const keys = Object.values(COMMAND_LIST).flatMap(keysOf)
  expect(lines.flatMap((line) => line.keys).toSorted()).toEqual(keys.toSorted())
})

it('says where a key works', () => {
  expect(KEY_SHEET.map(({ title }) => title)).toEqual(['Everywhere', 'In a session', 'In a terminal'])
  expect(KEY_SHEET[1]?.lines).toContainEqual({
    title: 'Permission: allow once',
    keys: ['a', 'ctrl+shift+y'],
  })
  expect(KEY_SHEET[2]?.lines).toContainEqual({ title: 'Find in terminal', keys: ['ctrl+shift+f'] })
})

it('knows no command without a key', () => {
  expect(lines.map(({ title }) => title)).not.toContain('Dark theme')
})
