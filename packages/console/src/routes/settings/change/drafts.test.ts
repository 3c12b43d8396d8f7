import { expect, test } from 'vitest'
import { makeDrafts } from './drafts.ts'

const HERE = { serverId: 'daemon', directory: '/notes' }

test('what is half written is there again, with what it was begun from, until it is forgotten', () => {
  const drafts = makeDrafts()
  const { set, begun } = drafts.of(HERE, 'agent', () => ({ prompt: 'Old.', tags: ['a'] }))
  set('prompt', 'Half')
  set('tags', 0, 'b')
  expect(begun).toEqual({ prompt: 'Old.', tags: ['a'] })
  const again = drafts.of(HERE, 'agent', () => ({ prompt: 'Newer.', tags: [] as string[] }))
  expect(again.draft).toEqual({ prompt: 'Half', tags: ['b'] })
  expect(again.begun).toEqual(begun)
  again.forget()
  expect(drafts.of(HERE, 'agent', () => ({ prompt: 'Newer.' })).draft).toEqual({ prompt: 'Newer.' })
})

test('where nothing is written, or all is as it was again, what stands there now is shown', () => {
  const drafts = makeDrafts()
  drafts.of(HERE, 'agent', () => ({ prompt: 'Old.' }))
  const { draft, set } = drafts.of(HERE, 'agent', () => ({ prompt: 'New.' }))
  expect(draft.prompt).toBe('New.')
  set('prompt', 'Half')
  set('prompt', 'New.')
  expect(drafts.of(HERE, 'agent', () => ({ prompt: 'Newer.' })).draft.prompt).toBe('Newer.')
})

test('another place or name, or another server with the same folder, has its own', () => {
  const drafts = makeDrafts()
  drafts.of(HERE, 'agent', () => ({ prompt: '' })).set('prompt', 'Half')
  const others = [
    drafts.of({ ...HERE, directory: '' }, 'agent', () => ({ prompt: '' })),
    drafts.of({ ...HERE, serverId: 'other' }, 'agent', () => ({ prompt: '' })),
    drafts.of(HERE, 'command', () => ({ prompt: '' })),
  ]
  expect(others.map(({ draft }) => draft.prompt)).toEqual(['', '', ''])
})
