import { expect, test } from 'vitest'
import { GRAMMARS } from './highlight/grammars.ts'
import { LANGUAGE_NAMES, languageNamed, languageOfFile } from './language-names.ts'

test.each([
  ['ts', 'typescript'],
  ['TSX', 'tsx'],
  ['sh', 'bash'],
  ['c++', 'cpp'],
  ['text', undefined],
  ['constructor', undefined],
  ['', undefined],
  [undefined, undefined],
])('behind a fence %j is %s', (name, expected) => {
  expect(languageNamed(name)).toBe(expected)
})

test.each([
  ['src/app.tsx', 'tsx'],
  ['/a/b/types.d.ts', 'typescript'],
  ['C:\\work\\main.rs', 'rust'],
  ['Dockerfile', 'docker'],
  ['docker/Dockerfile.dev', 'docker'],
  ['Makefile', 'make'],
  ['.env.local', 'ini'],
  ['.bashrc', 'bash'],
  ['a.constructor', undefined],
  ['notes', undefined],
  ['c', undefined],
  ['src/c/', undefined],
  ['', undefined],
])('the file %j is %s', (path, expected) => {
  expect(languageOfFile(path)).toBe(expected)
})

test('every language has a grammar and no grammar is without a language', () => {
  expect(Object.keys(GRAMMARS).toSorted()).toEqual([...LANGUAGE_NAMES].toSorted())
  expect(LANGUAGE_NAMES.length).toBeGreaterThanOrEqual(40)
})
