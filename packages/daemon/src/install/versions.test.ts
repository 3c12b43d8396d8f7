import { expect, it } from 'vitest'
import { compareVersions } from './versions.ts'

it.each([
  ['1.2.3', '1.2.3', 0],
  ['7.10.0', '7.9.9', 1],
  ['7.7.7', '8.0.0', -1],
  ['v2.0.0', '1.9.9', 1],
  ['10.0.0', '9.0.0', 1],
  ['1.2.10', '1.2.9', 1],
  ['of 1.2.3', '1.0.0', undefined],
  ['local', '1.0.0', undefined],
  ['1.0.0', '', undefined],
])('%s against %s', (one, other, is) => expect(compareVersions(one, other)).toBe(is))
