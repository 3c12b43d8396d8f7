import { expect, test } from 'vitest'
import { fitting } from './check.ts'
import { project } from './project.ts'

const base = { id: 'p', worktree: '/p' }

test.each([
  ['a colour that there is', { color: 'mint', url: 'data:x' }, { color: 'mint' }],
  ['one that there is not', { color: 'url(https://evil.test)' }, {}],
  ['none', { color: '' }, {}],
  ['anything else', 'mint', {}],
])('%s, and the project stays', (_, icon, expected) => {
  expect(fitting(project, { ...base, icon })).toEqual({ ...base, icon: expected })
})
