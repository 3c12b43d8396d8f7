import { expect, test } from 'vitest'
import { editorCommand, openInEditor, wordsOf } from './editor.ts'

test.each([
  ['code -g {file}:{line}', ['code', '-g', '{file}:{line}']],
  ['"/Applications/My Editor" --wait', ['/Applications/My Editor', '--wait']],
  ["'a b' c;d $(e)", ['a b', 'c;d', '$(e)']],
  ['  ', []],
])('the words of %s', (command, words) => expect(wordsOf(command)).toEqual(words))

test.each([
  [
    ['code', '-g', '{file}:{line}'],
    ['code', '-g', '/p/a b.ts:7'],
  ],
  [['vim'], ['vim', '/p/a b.ts']],
])('%j with a file', (words, command) => expect(editorCommand(words, '/p/a b.ts', 7)).toEqual(command))

test('a name is never taken for a pattern', () => {
  expect(editorCommand(['e', '{file}'], '/p/$&{line}', 7)).toEqual(['e', '/p/$&{line}'])
})

test('without an editor nothing is started', async () => {
  await expect(openInEditor([], { root: '/p', main: '/p' }, 'a', 1)).rejects.toMatchObject({
    code: 'no-editor',
  })
  const outside = openInEditor(['true'], { root: '/usr/bin', main: '/usr/bin' }, '../../etc/passwd', 1)
  await expect(outside).rejects.toMatchObject({ code: 'no-file' })
})
