import { expect, it } from 'vitest'
import { COMMAND_LIST, keysOf } from './command-list.ts'

const known = Object.entries(COMMAND_LIST)

it('has no shortcut twice, but for Escape, which is of whatever is in the way', () => {
  const keys = known.flatMap(([, command]) => keysOf(command)).filter((each) => each !== 'esc')
  expect(keys.length).toBe(new Set(keys).size)
})

it('has no shortcut that begins another one', () => {
  const keys = known.flatMap(([, command]) => keysOf(command))
  expect(keys.filter((key) => keys.some((other) => other.startsWith(`${key} `)))).toEqual([])
})

it.each(known)('%s works in fields and terminals with Ctrl and Shift alone', (_, { anywhere }) => {
  expect(anywhere ?? 'ctrl+shift+x').toMatch(/^ctrl\+shift\+[a-z]+$/)
})

it.each(known)('%s is called by words of its own', (id, { title }) => {
  expect(title).toMatch(/^\p{Lu}/u)
  expect(known.filter(([, other]) => other.title === title).map(([each]) => each)).toEqual([id])
})
