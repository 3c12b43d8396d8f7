import { expect, test } from 'vitest'
import { parsePatch } from './unified-diff.ts'
import { wholePatch } from './whole-patch.ts'

test.each([
  [
    'a patch with lines',
    { patch: '@@ -1 +1 @@\n-a\n+b\n', before: 'a\n', after: 'b\n' },
    /^@@ -1 \+1 @@\n-a\n\+b\n$/,
  ],
  [
    'no patch, both sides',
    { patch: '', before: 'one\ntwo\n', after: 'one\nTWO\n' },
    /\n one\n-two\n\+TWO\n$/,
  ],
  [
    'a side without a last newline',
    { before: 'a\n', after: 'a' },
    /\n-a\n\+a\n\\ No newline at end of file\n$/,
  ],
  ['other line ends', { before: 'a\r\n', after: 'a\n' }, /\n-a\r\n\+a\n$/],
])('fault 74: %s gives lines', async (_, whole, expected) => {
  expect(await wholePatch(whole)).toMatch(expected)
})

test.each([
  ['a binary file', { patch: '' }],
  ['one that came', { after: 'a\n' }],
  ['one that went', { before: 'a\n' }],
  ['equal sides', { patch: '', before: 'a', after: 'a' }],
  ['a mode alone', { patch: 'old mode 100644\nnew mode 100755\n', before: 'a', after: 'a' }],
])('fault 74: %s has no lines', async (_, whole) => {
  expect(await wholePatch(whole)).toBeUndefined()
})

test('a patch that is made here says of no other name', async () => {
  const [file] = parsePatch((await wholePatch({ before: 'a\n', after: 'b\n' })) ?? '')
  expect(file?.change).toBe('modified')
})
