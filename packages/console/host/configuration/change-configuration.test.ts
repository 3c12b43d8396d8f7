import { afterEach, expect, test } from 'vitest'
import { startLoopback, type Loopback } from '../../test/host/loopback.ts'
import { changeConfiguration } from './change-configuration.ts'
import { shownPath } from './shown-path.ts'

const servers: Loopback[] = []
afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())))

const expected = { path: '/w/.kilo/kilo.jsonc', revision: 'abc' }
const target = {
  path: '/w/.kilo/kilo.jsonc',
  revision: 'def',
  exists: true,
  writable: true,
  raw: { share: 'auto' },
}
const overlay = { effective: {}, global: {}, project: {}, targets: { global: target, project: target } }
const change = { scope: 'project', path: ['share'], value: 'manual', expected }

/** An engine that answers this to every change. */
async function engineThat(status: number, answer: unknown) {
  const heard: { url: string | undefined; body: unknown }[] = []
  const server = await startLoopback((req, res) => {
    const chunks: Buffer[] = []
    req.on('data', (chunk: Buffer) => chunks.push(chunk))
    req.on('end', () => {
      const text = Buffer.concat(chunks).toString()
      heard.push({ url: req.url, body: text === '' ? undefined : JSON.parse(text) })
      res.writeHead(status).end(typeof answer === 'string' ? answer : JSON.stringify(answer))
    })
  })
  servers.push(server)
  return {
    heard,
    /** One setting, or what `changes` says. */
    save: ({ path, value, ...body }: Record<string, unknown>, directory = '/w') =>
      changeConfiguration({ url: server.url, owner: {} }, directory, { changes: [{ path, value }], ...body }),
  }
}

test('a value is set, or taken out, over the file that was read', async () => {
  const { heard, save } = await engineThat(200, overlay)
  expect(await save({ ...change, path: ['compaction', 'auto'], value: false })).toEqual({ status: 'saved' })
  await save({ scope: 'global', path: ['provider', 'a.b', 'name'], expected }, '')
  expect(heard).toEqual([
    {
      url: '/config/overlay?directory=%2Fw',
      body: { scope: 'project', expected, set: { compaction: { auto: false } } },
    },
    { url: '/config/overlay', body: { scope: 'global', expected, unset: [['provider', 'a.b', 'name']] } },
  ])
})

test('what was saved is told as saved, whatever the engine answers beside', async () => {
  const { save } = await engineThat(200, { effective: 'of another shape' })
  expect(await save(change)).toEqual({ status: 'saved' })
})

test('a global change is none of a project, whose broken file would seem to refuse it', async () => {
  const { heard, save } = await engineThat(200, overlay)
  await save({ ...change, scope: 'global' })
  expect(heard.map(({ url }) => url)).toEqual(['/config/overlay'])
})

test('a project has a folder', async () => {
  const { save, heard } = await engineThat(200, overlay)
  await expect(save(change, '')).rejects.toMatchObject({ status: 400, code: 'bad-place' })
  expect(heard).toEqual([])
})

test('one action for all permissions is taken out as the file has it', async () => {
  const file = { ...target, raw: { permission: 'ask' } }
  const { heard, save } = await engineThat(200, { ...overlay, targets: { global: file, project: target } })
  const { value: _, ...removal } = change
  await save({ ...removal, scope: 'global', path: ['permission', '*'] })
  await save({ ...removal, path: ['permission', '*'] })
  expect(heard.map(({ body }) => (body as { unset?: unknown } | undefined)?.unset)).toEqual([
    undefined,
    [['permission']],
    undefined,
    [['permission', '*']],
  ])
  const conflict = await engineThat(409, { code: 'revision-conflict', message: 'x', target: file })
  expect(await conflict.save({ ...change, path: ['permission', '*'] })).toMatchObject({
    theirs: { value: 'ask' },
  })
})

test('a rule that is told without its secret is changed by what was told', async () => {
  const rule = 'run --token sk-1 *'
  const file = { ...target, raw: { permission: { bash: { 'run --token sk-2 *': 'ask', [rule]: 'allow' } } } }
  const { heard, save } = await engineThat(200, { ...overlay, targets: { global: target, project: file } })
  expect(await save({ ...change, path: shownPath(['permission', 'bash', rule]), value: 'deny' })).toEqual({
    status: 'saved',
  })
  expect(heard.at(-1)?.body).toMatchObject({ set: { permission: { bash: { [rule]: 'deny' } } } })
  const gone = shownPath(['permission', 'bash', 'run --token sk-3 *'])
  await expect(save({ ...change, path: gone })).rejects.toMatchObject({ code: 'bad-change' })
  expect(heard).toHaveLength(3)
})

test('of a conflict it is told what stands there now, unless that is a secret', async () => {
  const conflict = (raw: object) => ({
    code: 'revision-conflict',
    message: 'changed',
    target: { ...target, raw },
  })
  const { raw: _, ...file } = target
  const theirs = await engineThat(409, conflict({ share: 'auto' }))
  expect(await theirs.save(change)).toEqual({ status: 'conflict', target: file, theirs: { value: 'auto' } })
  const gone = await engineThat(409, conflict({}))
  expect(await gone.save(change)).toEqual({ status: 'conflict', target: file })
  const secret = await engineThat(409, conflict({ mcp: { a: { headers: { x: 'sk-1' } } } }))
  const saved = await secret.save({ ...change, path: ['mcp', 'a', 'headers', 'x'] })
  expect(saved).toEqual({ status: 'conflict', target: file, theirs: { secret: true } })
})

test.each<[number, unknown, object]>([
  [
    400,
    {
      name: 'ConfigInvalidError',
      data: { issues: [{ path: ['a', 'b'], message: 'Expected boolean, got "sk-1"' }] },
    },
    { code: 'config-refused', message: 'a.b: Expected boolean.' },
  ],
  [
    400,
    { name: 'ConfigJsonError', data: { path: '/w/.kilo/kilo.jsonc', message: '--- JSONC Input ---\nsk-1' } },
    { code: 'config-refused', message: '/w/.kilo/kilo.jsonc is no valid JSON. It was left as it is.' },
  ],
  [
    400,
    { name: 'ConfigJsonError', data: { path: '/w/k' } },
    { code: 'config-refused', message: '/w/k is no valid JSON. Whether this was saved is not known.' },
  ],
  [
    500,
    { message: 'sk-1' },
    { code: 'server-unreachable', message: /is not known: the engine answered 500/ },
  ],
  [403, {}, { code: 'server-unreachable', message: /could not be saved: the engine answered 403/ }],
  [409, { code: 'other' }, { code: 'server-unreachable' }],
  [200, '<html>sk-1', { code: 'server-unreachable', message: /is not known/ }],
])(
  'what the engine refuses with %i is told without what is in the file: %#',
  async (status, answer, problem) => {
    const { save } = await engineThat(status, answer)
    const error: unknown = await save(change).catch((caught: unknown) => caught)
    const { message, ...rest } = problem as { message?: string | RegExp }
    expect(error).toMatchObject(rest)
    expect(String(error)).toMatch(message ?? '')
    expect(String(error)).not.toContain('sk-1')
  },
)

test('several are written at once; of a conflict of several it is not told what stands there', async () => {
  const { heard, save } = await engineThat(200, overlay)
  const changes = [
    { path: ['provider', 'acme', 'models'], value: { small: { name: 'Small', limit: { context: 8000 } } } },
    { path: ['provider', 'acme', 'models', 'old'] },
    { path: ['provider', 'acme', 'name'], value: 'Acme' },
    { path: ['enabled_providers'], value: ['acme'] },
  ]
  expect(await save({ scope: 'project', expected, changes })).toEqual({ status: 'saved' })
  expect(heard.at(-1)?.body).toEqual({
    scope: 'project',
    expected,
    set: {
      provider: { acme: { models: { small: { name: 'Small', limit: { context: 8000 } } }, name: 'Acme' } },
      enabled_providers: ['acme'],
    },
    unset: [['provider', 'acme', 'models', 'old']],
  })
  const conflict = await engineThat(409, { code: 'revision-conflict', message: 'x', target })
  expect(await conflict.save({ scope: 'project', expected, changes })).not.toHaveProperty('theirs')
})
