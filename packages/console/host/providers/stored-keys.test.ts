import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { withFolder } from '../../test/host/loopback.ts'
import { readStored } from './stored-keys.ts'

const file = JSON.stringify({
  acme: { type: 'api', key: 'sk-1' },
  openai: { type: 'oauth', access: 'a', refresh: 'r', expires: 1 },
  odd: { type: 'other' },
  none: null,
})

function inHome(text: string | undefined, work: (env: Map<string, string>) => Promise<void>): Promise<void> {
  return withFolder(async (home) => {
    const data = join(home, '.local/share/kilo')
    await mkdir(data, { recursive: true })
    if (text !== undefined) await writeFile(join(data, 'auth.json'), text)
    await work(new Map([['HOME', home]]))
  })
}

test('the file of keys tells whose they are and of which kind, and no key', () =>
  inHome(file, async (env) => {
    expect(await readStored(env)).toEqual({ stored: { acme: 'api', openai: 'oauth' } })
  }))

test.each([
  ['a broken one', '{'],
  ['another shape', '[]'],
  ['none', undefined],
])('%s has no keys', (_, text) =>
  inHome(text, async (env) => expect(await readStored(env)).toEqual({ stored: {} })),
)

test('the variable stands in its place, as it does for the engine', () =>
  inHome(file, async (env) => {
    env.set('KILO_AUTH_CONTENT', '{"zed":{"type":"api","key":"sk-2"}}')
    expect(await readStored(env)).toEqual({ stored: { zed: 'api' }, isStoredUnused: true })
  }))
