import { expect, it } from 'vitest'
import { listKeys } from './key-list.ts'

const run = () => {}
const titles = (commands: Parameters<typeof listKeys>[0]) =>
  listKeys(commands).map(({ lines }) => lines.map(({ title, keys }) => `${title}: ${keys.join(', ')}`))

it('lists commands that have a key, and what a session will have', () => {
  const [everywhere, inSession] = titles([
    { id: 'next', title: 'Next', keys: 'j', anywhere: 'ctrl+shift+down', run },
    { id: 'theme', title: 'Theme', run },
  ])
  expect(everywhere).toEqual(['Next: j, ctrl+shift+down'])
  expect(inSession).toContain('Permission: allow once: a, ctrl+shift+y')
})

it('takes the open session at its word', () => {
  const [, inSession] = titles([{ id: 'session.stop', title: 'Stop Kilo', keys: 'esc', run }])
  expect(inSession?.filter((line) => line.endsWith(': esc'))).toEqual([
    'Stop Kilo: esc',
    'Leave the prompt: esc',
  ])
})
