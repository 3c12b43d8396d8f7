import { expect, test } from 'vitest'
import { createMessage } from './create-message.ts'

const suggest = () => Promise.resolve('Search by tags')

test('what is suggested stands there, and what stood there comes back until it is edited', async () => {
  const message = createMessage()
  await message.generate(suggest)
  expect([message.text(), message.replaced()]).toEqual(['Search by tags', undefined])
  message.set('my own')
  await message.generate(suggest)
  expect([message.text(), message.replaced()]).toEqual(['Search by tags', 'my own'])
  message.set('Search by tags!')
  expect(message.replaced()).toBeUndefined()
})

test('who goes on writing keeps what they wrote', async () => {
  const message = createMessage()
  const generated = message.generate(suggest)
  message.set('Mine')
  await generated
  expect([message.text(), message.replaced()]).toEqual(['Mine', undefined])
})
