import { expect, test } from 'vitest'
import { rankSuggestions } from './rank.ts'
import type { Suggestion } from './suggestion.ts'

const file = (path: string): Suggestion => ({ kind: 'file', id: path, title: path, path })
const paths = ['src/auth/session.ts', 'src/author.ts', 'test/auth.test.ts', 'docs/notes.md'].map(file)
const rank = (query: string, used: string[] = []) =>
  rankSuggestions(query, paths, used).map(({ title }) => title)

test('the name counts before the folders above it', () =>
  expect(rank('auth')).toEqual(['src/author.ts', 'test/auth.test.ts', 'src/auth/session.ts']))

test('a path is found by pieces of it', () => expect(rank('src/se')).toContain('src/auth/session.ts'))

test('what was used lately comes first, before something is typed and among equals', () => {
  expect(rank('', ['docs/notes.md', 'src/author.ts']).slice(0, 2)).toEqual(['docs/notes.md', 'src/author.ts'])
  expect(rank('auth', ['test/auth.test.ts'])[0]).toBe('test/auth.test.ts')
})

test('what does not match does not come, however lately it was used', () =>
  expect(rank('auth', ['docs/notes.md'])).not.toContain('docs/notes.md'))

test('an agent is found by its name or the words of its description, not by letters strewn over that', () => {
  const explore: Suggestion = {
    kind: 'agent',
    id: 'agent explore',
    title: 'explore',
    detail: 'Fast agent specialized for exploring codebases. Use this to search.',
    name: 'explore',
  }
  const found = (query: string) => rankSuggestions(query, [explore, ...paths], []).map(({ title }) => title)
  expect(found('src')).not.toContain('explore')
  expect(found('expl')[0]).toBe('explore')
  expect(found('codebases')).toEqual(['explore'])
})

test('there is an end to it', () => {
  const many = Array.from({ length: 500 }, (_, n) => file(`a${n}.ts`))
  expect(rankSuggestions('a', many, [])).toHaveLength(50)
})
