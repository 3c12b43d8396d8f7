import { expect, test } from 'vitest'
import { kindText } from './kind-text.ts'

test.each([
  ['edit', 'edits'],
  ['bash', 'all commands'],
  ['github_create_issue', 'github_create_issue'],
  ['toString', 'toString'],
  ['a\u202Eb', 'a\\u{202e}b'],
  ['x'.repeat(200), 'x'.repeat(80)],
])('%j is %s', (permission, words) => expect(kindText(permission)).toBe(words))
