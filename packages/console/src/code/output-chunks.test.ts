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

test('a line that is written over is one, however long it is', () => {
  const steps = Array.from({ length: 5000 }, (_, step) => `\r${step} of 5000 `).join('')
  const chunks = makeOutputReader()(`begun\n${steps}\nended`)
  expect(chunks.flatMap(({ runs }) => runs.map(({ text }) => text)).join('')).toBe(
    'begun\n4999 of 5000 \nended',
  )
})

test('no chunk ends within a sequence, and a long line without any is cut', () => {
  const long = 'x'.repeat(16 * 1024 - 2)
  expect(makeOutputReader()(`${long}${red}y`).map(({ runs }) => runs)).toEqual([
    [
      { text: long, style: {} },
      { text: 'y', style: { colour: 'red' } },
    ],
  ])
  expect(makeOutputReader()(long.repeat(3))).toHaveLength(3)
})
