import { expect, test } from 'vitest'
import { isQuiet } from './is-quiet.ts'
import { emptyRoster, type Roster } from './roster.ts'

test.each<[string, Partial<Roster>, boolean]>([
  ['is idle', {}, true],
  ['is in a roster that is not read yet', { load: { status: 'loading' } }, false],
  ['works', { activity: { ses_1: { type: 'busy' } } }, false],
  ['ended in an error', { failed: { ses_1: { code: 'x', message: 'no' } } }, false],
  ['was cut off', { interrupted: { ses_1: true } }, false],
  ['is idle while another works', { activity: { ses_2: { type: 'busy' } } }, true],
])('a session that %s', (_of, more, quiet) => {
  expect(isQuiet({ ...emptyRoster(), load: { status: 'ready' }, ...more }, 'ses_1')).toBe(quiet)
})
