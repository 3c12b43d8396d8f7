import { createRoot, createSignal } from 'solid-js'
import { expect, test } from 'vitest'
import { between, createSelection, type Selection } from './selection.ts'

function begin(order = ['a', 'b', 'c', 'd']): { selection: Selection; setOrder: (order: string[]) => void } {
  return createRoot(() => {
    const [rows, setOrder] = createSignal(order)
    return { selection: createSelection(rows), setOrder: (order) => void setOrder(order) }
  })
}

test('one after the other, in the order of the rows', () => {
  const { selection } = begin()
  selection.toggle('c')
  selection.toggle('a')
  expect([selection.names(), selection.has('a'), selection.has('b')]).toEqual([['a', 'c'], true, false])
  selection.toggle('c')
  selection.toggle('a')
  expect([selection.names(), selection.cursor()]).toEqual([[], undefined])
})

test('a range, from where it began', () => {
  const { selection } = begin()
  selection.toggle('c')
  selection.extendTo('a')
  expect(selection.names()).toEqual(['a', 'b', 'c'])
  selection.extendTo('d')
  expect(selection.names()).toEqual(['c', 'd'])
})

test('a range from the session on screen, and one from nowhere', () => {
  const { selection } = begin()
  selection.extendTo('c', 'b')
  expect(selection.names()).toEqual(['b', 'c'])
  selection.clear()
  selection.extendTo('c')
  expect(selection.names()).toEqual(['c'])
})

test('row by row, forwards and back, not beyond the last', () => {
  const { selection } = begin()
  selection.step(1, 'b')
  expect(selection.names()).toEqual(['b', 'c'])
  selection.step(1, 'b')
  selection.step(1, 'b')
  expect(selection.names()).toEqual(['b', 'c', 'd'])
  selection.step(-1)
  selection.step(-1)
  selection.step(-1)
  expect(selection.names()).toEqual(['a', 'b'])
  selection.clear()
  selection.step(1)
  expect(selection.names()).toEqual(['a'])
})

test('what is gone is not selected', () => {
  const { selection, setOrder } = begin()
  selection.toggle('a')
  selection.toggle('b')
  setOrder(['b', 'c'])
  expect(selection.names()).toEqual(['b'])
  selection.extendTo('c', 'a')
  expect(selection.names()).toEqual(['b', 'c'])
})

test('what is out of sight is neither selected nor where a range begins', () => {
  const { selection, setOrder } = begin()
  selection.toggle('a')
  selection.extendTo('c')
  setOrder(['c', 'd'])
  expect(selection.names()).toEqual(['c'])
  selection.extendTo('d', 'c')
  expect(selection.names()).toEqual(['c', 'd'])
  selection.clear()
  selection.step(1, 'a')
  expect(selection.names()).toEqual(['c'])
  selection.step(1, 'a')
  expect(selection.names()).toEqual(['c', 'd'])
})

test('a range whose beginning is gone is its end', () => {
  expect(between(['b', 'c'], 'a', 'c')).toEqual(['c'])
})
