import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { findSecrets, stampOf, type Environment } from './sources.ts'

let home: string
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'kilo-secrets-'))
  await mkdir(join(home, '.config/kilo'), { recursive: true })
  await mkdir(join(home, '.local/share/kilo'), { recursive: true })
})
afterEach(() => rm(home, { recursive: true }))

const config = (text: string) => writeFile(join(home, '.config/kilo/kilo.jsonc'), text)
const keys = (name: string, value: unknown) =>
  writeFile(join(home, '.local/share/kilo', name), typeof value === 'string' ? value : JSON.stringify(value))

async function found(env: Environment) {
  const secrets: string[] = []
  let references: ReadonlyMap<string, string> = new Map()
  const files = await findSecrets(env, {
    learn: (secret) => void secrets.push(secret),
    refer: (all) => void (references = new Map(all)),
  })
  return { secrets, references, files }
}

it('keys of every kind, variables that are named like secrets, and what references stand for', async () => {
  await keys('auth.json', {
    a: { type: 'api', key: 'key-of-a', metadata: { x: 'abcdefgh12345678ijkl90' } },
    b: { type: 'oauth', refresh: 'refresh-of-b', access: 'access-of-b', expires: 0, accountId: 'acme' },
    c: { type: 'wellknown', key: 'NAME', token: 'token-of-c' },
  })
  await keys('mcp-auth.json', {
    m: { tokens: { accessToken: 'of-m' }, clientInfo: { clientId: 'id', clientSecret: 'secret-m' } },
  })
  await config(
    '{ // {env:UNSET}\n "a": "{env:PLAIN}", "b": "{file:key.txt}", "c": "{file:~/far.txt}", "d": "{file:/none}" }',
  )
  await writeFile(join(home, '.config/kilo/key.txt'), 'in a file\n')
  await writeFile(join(home, 'far.txt'), 'far away\n')
  const env = new Map([
    ['HOME', home],
    ['PLAIN', 'of PLAIN'],
    ['MY_API_KEY', 'of MY_API_KEY'],
    ['EDITOR', 'vi'],
    ['PGPASSWORD', 'of PGPASSWORD'],
    ['DATABASE_URL', 'postgres://me:of-the-database@h/db?password=of-the-query'],
    ['COOKIE_PREFIX', 'internal.company.com'],
    ['JWT_AUDIENCE', 'internal.company.com'],
    ['KILO_CONFIG_CONTENT', '{"x":"{env:EDITOR}"}'],
    ['KILO_AUTH_CONTENT', '{"d":{"type":"api","key":"key-of-d"}}'],
  ])
  const { secrets, references, files } = await found(env)
  expect(new Set(secrets)).toEqual(
    new Set([
      'key-of-a',
      'abcdefgh12345678ijkl90',
      'refresh-of-b',
      'access-of-b',
      'NAME',
      'token-of-c',
      'of-m',
      'secret-m',
      'key-of-d',
      'of MY_API_KEY',
      'of PGPASSWORD',
      'of-the-database',
      'of-the-query',
    ]),
  )
  expect(Object.fromEntries(references)).toEqual({
    'of PLAIN': '{env:PLAIN}',
    vi: '{env:EDITOR}',
    'in a file': '{file:key.txt}',
    'far away': '{file:~/far.txt}',
  })
  expect(files).toEqual([join(home, '.config/kilo/key.txt'), join(home, 'far.txt'), '/none'])
})

it('what is broken, missing or huge tells nothing', async () => {
  await keys('auth.json', '{"a":')
  await keys('mcp-auth.json', ' '.repeat(2 << 20))
  const nothing = { secrets: [], references: new Map(), files: [] }
  expect(await found(new Map([['HOME', home]]))).toEqual(nothing)
  expect(await found(new Map([['HOME', join(home, 'nowhere')]]))).toEqual(nothing)
})

it('keys of a broken configuration are known all the same, and references are none', async () => {
  await config('{ "apiKey": "of \\"a\\"", "model": "m", broken, "token" : "{env:T}", "clientSecret":"of b"')
  const { secrets } = await found(new Map([['HOME', home]]))
  expect(secrets).toEqual(['of "a"', 'of b'])
})

it('a change of any of the files is seen', async () => {
  const env = new Map([['HOME', home]])
  const stamps = [await stampOf(env)]
  await keys('auth.json', {})
  stamps.push(await stampOf(env))
  await config('{}')
  stamps.push(await stampOf(env))
  await config('{ }')
  stamps.push(await stampOf(env), await stampOf(env))
  const key = join(home, 'key.txt')
  stamps.push(await stampOf(env, [key]))
  await writeFile(key, 'x')
  stamps.push(await stampOf(env, [key]))
  expect(new Set(stamps).size).toBe(6)
})

it('of a login that is under way the state is none: it stands in the page that the browser is sent to', async () => {
  await keys('mcp-auth.json', {
    m: { oauthState: '0a1b2c3d4e5f60718293a4b5c6d7e8f9', codeVerifier: '1a2b3c4d5e6f708192a3b4c5d6e7f809' },
  })
  expect((await found(new Map([['HOME', home]]))).secrets).toEqual(['1a2b3c4d5e6f708192a3b4c5d6e7f809'])
})
