import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readWords, writeWords } from './words.ts'

test.each([
  ['npx -y @acme/server', ['npx', '-y', '@acme/server']],
  ['  node\n  server.js\n', ['node', 'server.js']],
  ['node "a b.js" \'c d\'', ['node', 'a b.js', 'c d']],
  [String.raw`node a\ b.js`, ['node', 'a b.js']],
  [String.raw`say "he said \"no\""`, ['say', 'he said "no"']],
  [String.raw`C:\tools\run.exe -v`, [String.raw`C:\tools\run.exe`, '-v']],
  ['run --name="a b"', ['run', '--name=a b']],
  ['run ""', ['run', '']],
  ['run --token {env:TOKEN}', ['run', '--token', '{env:TOKEN}']],
  ["echo '$HOME' '|'", ['echo', '$HOME', '|']],
  ['', []],
])('%j is %j', (line, words) => {
  expect(readWords(line)).toEqual({ words })
})

test.each([
  ['run "a', /not closed/],
  ['run | grep', /No shell runs it: \|/],
  ['a && b', /&&/],
  ['run > out', />/],
  ['run 2>> out', /2>>/],
  ['run ~/x', /nothing is filled in for ~\/x/],
  ['run $HOME/x', /\$HOME/],
  ['run ${HOME}', /HOME/],
  ['run $(pwd)', /pwd/],
])('%j is told to be no command without a shell', (line, problem) => {
  expect(readWords(line)).toEqual({ problem: expect.stringMatching(problem) })
})

test('whatever words are written, the same are read', () => {
  const word = fc.oneof(
    fc.string(),
    fc.constantFrom('|', '~/a', '$HOME', '', ' ', '"', "'", '\\', 'a\\', '\\"', '{hidden:x}'),
  )
  fc.assert(
    fc.property(fc.array(word), (words) => {
      expect(readWords(writeWords(words))).toEqual({ words })
    }),
  )
})
