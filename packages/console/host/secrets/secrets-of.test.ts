import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { makeSecretsOf, type SecretSource } from './secrets-of.ts'

const KEY = 'sk-1234567890abcdef'

function world(
  readConfig: SecretSource['readConfig'] = () => Promise.resolve(),
  now?: () => number,
  isHere = false,
) {
  const asked: (string | undefined)[] = []
  const source: SecretSource = {
    isHere: () => isHere,
    environment: () => Promise.resolve(undefined),
    readConfig(directory) {
      asked.push(directory)
      return readConfig(directory)
    },
  }
  return { asked, all: makeSecretsOf(() => source, now) }
}

it('what is global is read once, and a folder’s configuration, before its files are shown, and again when it has changed', async () => {
  const { asked, all } = world()
  const secrets = all.of('daemon')
  await Promise.all([secrets.prepare('/file/content', '/a'), secrets.prepare('/vcs/diff', '/a')])
  await secrets.prepare('/pty', '/b')
  expect(asked).toEqual([undefined, '/a'])
  all.changed('daemon', '/other')
  await secrets.prepare('/file', '/a')
  expect(asked).toEqual([undefined, '/a', undefined])
  all.changed('daemon', '/a')
  await secrets.prepare('/file', '/a')
  expect(asked).toEqual([undefined, '/a', undefined, undefined, '/a'])
  all.changed('daemon')
  await secrets.prepare()
  expect(asked.slice(5)).toEqual([undefined])
})

it('configuration that is broken is not asked for again', async () => {
  const { asked, all } = world(() => Promise.resolve(undefined))
  await all.of('daemon').prepare('/file', '/a')
  await all.of('daemon').prepare('/file', '/a')
  expect(asked).toEqual([undefined, '/a'])
})

it('what had no answer keeps nobody waiting, and is asked for again after a moment', async () => {
  let at = 0
  let isSilent = true
  const { asked, all } = world(
    () => (isSilent ? Promise.reject(new Error('timeout')) : Promise.resolve({ apiKey: KEY })),
    () => at,
  )
  const secrets = all.of('port-1')
  await secrets.prepare()
  at = 4999
  isSilent = false
  await secrets.prepare()
  expect([asked.length, secrets.mask(KEY)]).toEqual([1, KEY])
  at = 5000
  await secrets.prepare()
  at = 20_000
  await secrets.prepare()
  expect([asked.length, secrets.mask(KEY)]).toEqual([2, expect.stringMatching(/^\{hidden:/)])
})

it('each server has its own, the same as long as it is known', () => {
  const { all } = world()
  const secrets = all.of('daemon')
  const mark = (secrets.redact({ apiKey: 'sk-1234567890abcd' }) as { apiKey: string }).apiKey
  expect(all.of('daemon')).toBe(secrets)
  expect(all.of('port-1').mask('sk-1234567890abcd')).toBe('sk-1234567890abcd')
  expect(all.of('daemon').mask('sk-1234567890abcd')).toBe(mark)
  all.forget('daemon')
  expect(all.of('daemon').isEmpty).toBe(true)
})

it('what is global is never forgotten for what a folder has', async () => {
  const { all } = world((directory) => Promise.resolve(directory === undefined ? { apiKey: KEY } : undefined))
  const secrets = all.of('daemon')
  await secrets.prepare('/file', '/a')
  const many = Object.fromEntries(Array.from({ length: 4001 }, (_, at) => [at, `sk-of-a-folder-${at}-12345`]))
  secrets.redact({ headers: many })
  expect(secrets.mask(KEY)).toMatch(/^\{hidden:/)
})

it('what a folder’s own files say is known before the engine has answered, where they are ours', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kilo-folder-'))
  try {
    await writeFile(join(folder, 'kilo.json'), JSON.stringify({ mcp: { a: { headers: { 'X-Any': KEY } } } }))
    const silent = () => new Promise<never>(() => undefined)
    const [here, elsewhere] = [true, false].map((isHere) => world(silent, undefined, isHere).all.of('daemon'))
    void elsewhere?.prepare('/session', folder)
    void here?.prepare('/session', folder)
    await expect.poll(() => here?.mask(KEY)).toMatch(/^\{hidden:/)
    expect(elsewhere?.mask(KEY)).toBe(KEY)
  } finally {
    await rm(folder, { recursive: true })
  }
})
