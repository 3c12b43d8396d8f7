import { chmod, mkdtemp, readFile, readlink, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startLoopback, type Loopback } from '../../test/host/loopback.ts'
import { makeSecretsOf } from '../secrets/secrets-of.ts'
import { changeSettingsText, readSettingsText } from './settings-text.ts'

let folder: string
let engine: Loopback
let heard: string[]
/** What the engine answers to being told to read its files anew. */
let disposal: number

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'settings-text-'))
  heard = []
  disposal = 200
  engine = await startLoopback((req, res) => {
    if (req.method === 'GET') return res.end(JSON.stringify({ sources: places() }))
    heard.push(`${req.method} ${req.url}`)
    req.resume()
    return res.writeHead(disposal).end('true')
  })
})
afterEach(async () => {
  await engine.close()
  await rm(folder, { recursive: true })
})

const at = (name: string) => path.join(folder, name)
const place = (order: number, kind: string, scope: string, name: string) => ({
  order,
  kind,
  scope,
  label: name,
  path: at(name),
  exists: true,
})
const places = () => [
  place(1, 'global-file', 'global', 'global.jsonc'),
  place(2, 'project-file', 'project', 'kilo.jsonc'),
  place(3, 'managed-file', 'system', 'managed.json'),
  { ...place(4, 'global-file', 'global', 'x'), path: 'relative.json' },
]

function files(directory = '/w', isHere = true) {
  const secrets = makeSecretsOf(() => ({
    isHere: () => false,
    environment: async () => undefined,
    readConfig: async () => undefined,
  })).of('daemon')
  const asked = {
    target: { url: engine.url, owner: {}, secrets },
    directory,
    isHere,
    dropped: () => undefined,
  }
  return {
    asked,
    secrets,
    read: (name: string) => readSettingsText(asked, at(name)),
    change: (name: string, text: string, revision: string) =>
      changeSettingsText(asked, { path: at(name), text, revision }),
  }
}

test('a file is read without its secrets, and written with them, its line ends, its rights and through its link', async () => {
  const text = '\uFEFF{\r\n  // Kept.\r\n  "apiKey": "planted",\r\n  "share": "auto"\r\n}\r\n'
  await writeFile(at('real.jsonc'), text)
  await chmod(at('real.jsonc'), 0o640)
  await symlink(at('real.jsonc'), at('kilo.jsonc'))
  const { read, change } = files()
  const shown = await read('kilo.jsonc')
  expect(shown).toMatchObject({ exists: true, writable: true, ends: 'project' })
  expect(shown.text).toMatch(/^\{\r\n {2}\/\/ Kept\.\r\n {2}"apiKey": "\{hidden:[\da-f]{12}\}",/)
  const written = shown.text.replaceAll('\r\n', '\n').replace('auto', 'manual')
  expect(await change('kilo.jsonc', written, shown.revision)).toEqual({ status: 'saved' })
  expect(await readFile(at('real.jsonc'), 'utf8')).toBe(text.replace('auto', 'manual'))
  expect((await stat(at('real.jsonc'))).mode & 0o777).toBe(0o640)
  expect(await readlink(at('kilo.jsonc'))).toBe(at('real.jsonc'))
  expect(heard).toEqual(['POST /instance/dispose?directory=%2Fw'])
})

test('one that is not there is made, for its owner alone; a global one ends what runs in all folders', async () => {
  const { read, change } = files()
  expect(await read('global.jsonc')).toMatchObject({ exists: false, text: '', revision: '', ends: 'global' })
  expect(await change('global.jsonc', '{ "share": "auto" }\n', '')).toEqual({ status: 'saved' })
  expect(await readFile(at('global.jsonc'), 'utf8')).toBe('{ "share": "auto" }\n')
  expect((await stat(at('global.jsonc'))).mode & 0o777).toBe(0o600)
  expect(heard).toEqual(['POST /global/dispose'])
})

test('what was changed meanwhile is shown without its secrets, and left alone; so is a file where the text is broken', async () => {
  await writeFile(at('kilo.jsonc'), '{ "share": "auto" }')
  const { read, change } = files()
  const { revision } = await read('kilo.jsonc')
  expect(await change('kilo.jsonc', '{\n "share": }', revision)).toEqual({
    status: 'broken',
    line: 2,
    message: 'a value is missing',
  })
  await writeFile(at('kilo.jsonc'), '{ "apiKey": "planted" }')
  const answer = await change('kilo.jsonc', '{ "share": "manual" }', revision)
  expect(answer).toMatchObject({ status: 'conflict', theirs: { ends: 'project' } })
  expect(JSON.stringify(answer)).not.toContain('planted')
  expect(await change('kilo.jsonc', '{}', '')).toMatchObject({ status: 'conflict' })
  expect(await readFile(at('kilo.jsonc'), 'utf8')).toBe('{ "apiKey": "planted" }')
  expect(heard).toEqual([])
})

test('only files of the engine’s own list are read, and none of a server elsewhere', async () => {
  for (const name of ['other.jsonc', 'managed.json'])
    await expect(files().read(name)).rejects.toThrow('no file of settings')
  await expect(readSettingsText(files().asked, 'relative.json')).rejects.toThrow('no file of settings')
  await expect(files('/w', false).read('kilo.jsonc')).rejects.toThrow('no file of settings')
  await expect(files('').read('kilo.jsonc')).rejects.toThrow('no file of settings')
})

test('what can’t be a text of settings, or may not be written, is told and left alone', async () => {
  const { read, change } = files()
  await writeFile(at('kilo.jsonc'), Buffer.from([0x7b, 0xff, 0x7d]))
  await expect(read('kilo.jsonc')).rejects.toThrow('no text in UTF-8')
  await writeFile(at('kilo.jsonc'), 'x'.repeat(1024 * 1024 + 1))
  await expect(read('kilo.jsonc')).rejects.toThrow('larger than 1 MB')
  await writeFile(at('kilo.jsonc'), '{}')
  await chmod(at('kilo.jsonc'), 0o444)
  const { writable, revision } = await read('kilo.jsonc')
  expect(writable).toBe(false)
  await expect(change('kilo.jsonc', '{ "share": "auto" }', revision)).rejects.toThrow('may not be written')
  await rm(at('kilo.jsonc'))
  await symlink(folder, at('kilo.jsonc'))
  await expect(read('kilo.jsonc')).rejects.toThrow('It is no file')
  await rm(at('kilo.jsonc'))
  await symlink(at('gone/kilo.jsonc'), at('kilo.jsonc'))
  await expect(read('kilo.jsonc')).rejects.toThrow('leads nowhere')
  await expect(change('kilo.jsonc', '{}', '')).rejects.toThrow('leads nowhere')
  expect(await readlink(at('kilo.jsonc'))).toBe(at('gone/kilo.jsonc'))
})

test('more than can be looked through is neither shown nor written', async () => {
  const { read, change } = files()
  const much = `${'//\n'.repeat(20_001)}{}`
  await expect(change('kilo.jsonc', much, '')).rejects.toThrow('more than 20,000')
  expect(await read('kilo.jsonc')).toMatchObject({ exists: false })
  await writeFile(at('kilo.jsonc'), much)
  await expect(read('kilo.jsonc')).rejects.toThrow('more than 20,000')
})

test('a key that is written is known at once', async () => {
  const { change, secrets } = files()
  const header = 'planted-0123456789'
  const text = `{ "mcp": { "far": { "timeout": {env:T}, "headers": { "X-Api-Key": "${header}" } } } }`
  expect(await change('kilo.jsonc', text, '')).toEqual({ status: 'saved' })
  expect(secrets.mask(`refused: ${header}`)).not.toContain(header)
})

test('saved, but not read by the engine, is told as that', async () => {
  disposal = 500
  const { read, change } = files()
  expect(await change('kilo.jsonc', '{}', '')).toEqual({
    status: 'saved',
    unread: expect.stringContaining('500'),
  })
  expect(await read('kilo.jsonc')).toMatchObject({ text: '{}', exists: true })
})
