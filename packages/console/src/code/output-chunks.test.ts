import { expect, test } from 'vitest'
import { makeOutputReader } from './output-chunks.ts'

const line = `${'x'.repeat(99)}\n`
const red = '\u001B[31m'

test('colours go on from chunk to chunk', () => {
  const chunks = makeOutputReader()(`${red}${line.repeat(400)}`)
  expect(chunks.map(({ lines }) => lines)).toEqual([163, 163, 74])
  expect(chunks.at(-1)?.runs).toEqual([{ text: line.repeat(74), style: { colour: 'red' } }])
})

test('output that grows keeps the chunks that are full', () => {
  const read = makeOutputReader()
  const before = read(red + line.repeat(400))
  const after = read(red + line.repeat(401))
  expect(after[0]).toBe(before[0])
  expect(after[1]).toBe(before[1])
  expect(after[2]?.lines).toBe(75)
})

test('what stands behind another colour is read anew', () => {
  const read = makeOutputReader()
  read(red + line.repeat(400))
  expect(read(`\u001B[32m${line.repeat(400)}`)[1]?.runs).toMatchObject([{ style: { colour: 'green' } }])
})
