import { createRoot, createSignal } from 'solid-js'
import { expect, test } from 'vitest'
import { createKeptField } from './create-kept-field.ts'

function world() {
  const [budget, setBudget] = createSignal({ day: '5' })
  const input = { value: '' }
  const field = createRoot(() => {
    const field = createKeptField(() => budget().day)
    field.ref(input)
    return field
  })
  return { input, field, setBudget }
}

test('what is kept is shown, and so is what it becomes elsewhere', () => {
  const { input, setBudget } = world()
  expect(input.value).toBe('5')
  setBudget({ day: '7' })
  expect(input.value).toBe('7')
})

test('what is being written stays, whatever is told of this amount or another', () => {
  const { input, field, setBudget } = world()
  input.value = '5.'
  setBudget({ day: '5' })
  setBudget({ day: '7' })
  field.leave()
  expect(input.value).toBe('5.')
})

test('when it is kept it is shown as it is kept', () => {
  const { input, field, setBudget } = world()
  input.value = '$ 6.00'
  setBudget({ day: '6' })
  expect(input.value).toBe('$ 6.00')
  field.show()
  expect(input.value).toBe('6')
  setBudget({ day: '7' })
  expect(input.value).toBe('7')
})

test('whoever leaves it as it was sees what has come meanwhile', () => {
  const { input, field, setBudget } = world()
  input.value = '5.'
  setBudget({ day: '7' })
  input.value = '5'
  field.leave()
  expect(input.value).toBe('7')
})
