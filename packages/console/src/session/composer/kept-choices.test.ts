import { expect, test } from 'vitest'
import { keptChoices, readKeptChoices } from './kept-choices.ts'

test('a choice outlives the page; a model’s own id may have slashes', () => {
  const choices = {
    'daemon/ses_1': { model: { providerID: 'kilo', modelID: 'acme/large' }, agent: 'plan', variant: 'high' },
    'daemon/ses_2': { agent: 'code' },
  }
  expect(keptChoices(choices)).toContain('"kilo/acme/large"')
  expect(readKeptChoices(keptChoices(choices))).toEqual(choices)
})

test('the oldest give way', () => {
  const many = Object.fromEntries(
    Array.from({ length: 150 }, (_, n) => [`daemon/ses_${n}`, { agent: 'code' }]),
  )
  const kept = Object.keys(readKeptChoices(keptChoices(many)))
  expect(kept).toHaveLength(100)
  expect(kept.at(-1)).toBe('daemon/ses_149')
})

test.each(['null', '[]', '"x"', '{"a": 1, "b": [1, {}, []]}'])('what is none is left out: %s', (text) =>
  expect(Object.values(readKeptChoices(text)).every((choice) => Object.keys(choice).length === 0)).toBe(true),
)
