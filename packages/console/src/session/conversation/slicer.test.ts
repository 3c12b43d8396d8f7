import { expect, test } from 'vitest'
import { makeSlicer } from './slicer.ts'

/** A clock that each job moves on by three milliseconds. */
function world() {
  const waiting: (() => void)[] = []
  const done: string[] = []
  let time = 0
  const slicer = makeSlicer({ now: () => time, soon: (run) => waiting.push(run) })
  const add = (name: string, distance: number) =>
    slicer.add(() => {
      done.push(name)
      time += 3
    }, distance)
  return { slicer, add, done, waiting, frame: () => waiting.shift()?.() }
}

test('what is nearest comes first, as much of it as a slice has room for', () => {
  const { add, done, frame } = world()
  for (const [name, distance] of [
    ['far', 900],
    ['here', 0],
    ['near', 100],
    ['farther', 950],
  ] as const)
    add(name, distance)
  frame()
  expect(done).toEqual(['here', 'near'])
  frame()
  expect(done).toEqual(['here', 'near', 'far', 'farther'])
  frame()
  expect(done).toHaveLength(4)
})

test('one slice waits at a time, and none after the end', () => {
  const { add, waiting, slicer, done, frame } = world()
  add('a', 0)
  add('b', 0)
  expect(waiting).toHaveLength(1)
  slicer.dispose()
  frame()
  expect(done).toEqual([])
})

test('a job that fails holds up no other', () => {
  const { slicer, add, done, frame } = world()
  add('after', 1)
  slicer.add(() => {
    throw new Error('no row')
  }, 0)
  expect(frame).toThrow('no row')
  frame()
  expect(done).toEqual(['after'])
})
