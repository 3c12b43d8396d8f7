import { expect, test } from 'vitest'
import type { ConfigurationField } from '../../../../shared/configuration.ts'
import { flagOf, valueAt } from './flag.ts'

const field = (path: string[], value?: unknown): ConfigurationField => ({
  path,
  origin: 'layer',
  layers: [],
  ...(value !== undefined && { shown: { value } }),
})

test.each([
  ['nothing', [], true, [true, false]],
  ['nothing', [], false, [false, false]],
  ['off', [field(['lsp'], false)], true, [false, false]],
  ['on', [field(['lsp'], true)], false, [true, false]],
  ['settings of one server', [field(['lsp', 'mine', 'disabled'], true)], false, [true, true]],
  ['all of them at once', [field(['lsp'], { mine: {} })], false, [true, true]],
  ['another one', [field(['lspx'], true), field(['other', 'lsp'], true)], false, [false, false]],
  ['a strange value', [field(['lsp'], 'yes')], false, [false, false]],
])('settings that say %s of it', (_, fields, byDefault, [isOn, isDetailed]) => {
  expect(flagOf({ fields }, ['lsp'], byDefault)).toMatchObject({ isOn, isDetailed })
})

test('a secret has no value here', () => {
  const secret: ConfigurationField = { ...field(['a', 'key']), shown: { secret: true } }
  expect(valueAt({ fields: [secret] }, ['a', 'key'])).toBeUndefined()
  expect(valueAt({ fields: [field(['a', 'b'], 3)] }, ['a', 'b'])).toBe(3)
})
