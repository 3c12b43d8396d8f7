import { afterEach, expect, test } from 'vitest'
import { startLoopback, type Loopback } from '../../test/host/loopback.ts'
import { readUsage } from './read-usage.ts'

const servers: Loopback[] = []
afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())))

const tokens = { input: 5, output: 4, reasoning: 3, cache: { read: 2, write: 1 } }
const session = {
  id: 'ses_1',
  projectID: 'abc',
  directory: '/w/app/sub',
  title: 'Fix login',
  version: '7.7.7',
  slug: 's',
  permission: [{ permission: 'bash', pattern: 'x'.repeat(10_000), action: 'ask' }],
  cost: 0.5,
  tokens,
  model: { id: 'large', providerID: 'acme', variant: 'high' },
  time: { created: 10, updated: 20 },
  project: { id: 'abc', worktree: '/w/app', name: 'app' },
}

async function engineThat(sessions: unknown, next?: string) {
  const asked: string[] = []
  const server = await startLoopback((req, res) => {
    asked.push(req.url ?? '')
    if (next !== undefined) res.setHeader('x-next-cursor', next)
    res.end(JSON.stringify(sessions))
  })
  servers.push(server)
  let dropped = 0
  const read = (cursor?: string) =>
    readUsage({ url: server.url, owner: {} }, cursor, (count) => void (dropped += count))
  return { read, asked, dropped: () => dropped }
}

test('of each session comes what is counted, and nothing else', async () => {
  const { read, asked } = await engineThat([session])
  expect(await read()).toStrictEqual({
    rows: [
      {
        id: 'ses_1',
        title: 'Fix login',
        project: { id: 'abc', folder: '/w/app', name: 'app' },
        model: { providerID: 'acme', modelID: 'large' },
        created: 10,
        updated: 20,
        cost: 0.5,
        tokens: { input: 5, output: 4, reasoning: 3, cacheRead: 2, cacheWrite: 1 },
      },
    ],
    next: null,
  })
  expect(asked).toEqual(['/experimental/session?archived=true&limit=500'])
})

test('an imported session counts nothing, a subagent says whose it is, folders without a repository are told apart', async () => {
  const { cost: _, tokens: __, model: ___, ...bare } = session
  const { read } = await engineThat([
    { ...bare, parentID: 'ses_0', project: null },
    { ...bare, id: 'ses_2', projectID: 'global', cost: -1, project: { id: 'global', worktree: '/' } },
  ])
  const nothing = { input: 0, output: 0, reasoning: 0, cacheRead: 0, cacheWrite: 0 }
  const project = { id: '/w/app/sub', folder: '/w/app/sub' }
  const { rows } = await read()
  expect(rows).toMatchObject([
    { parentID: 'ses_0', project, cost: 0, tokens: nothing },
    { id: 'ses_2', project, cost: 0, tokens: nothing },
  ])
  expect(rows[0]).not.toHaveProperty('model')
})

test('it goes on where the page before ended', async () => {
  const { read, asked } = await engineThat([session], '1700')
  expect((await read()).next).toBe('1700')
  expect((await read('1800')).next).toBe('1700')
  expect(asked[1]).toContain('cursor=1800')
})

test.each([
  ['leads to itself', '1700', '1700'],
  ['leads back', '1700', '1701'],
  ['is none', '1700', 'eyJ0aW1lIjoxfQ'],
])('fault 63: a next page that %s is none', async (_, cursor, next) => {
  const { read } = await engineThat([session], next)
  expect((await read(cursor)).next).toBeNull()
})

test('what is no session is counted, and costs the others nothing', async () => {
  const { read, dropped } = await engineThat([{ ...session, time: 'now' }, session, 7])
  expect((await read()).rows).toHaveLength(1)
  expect(dropped()).toBe(2)
})

test.each(['', 'x', '-1', '1'.repeat(17)])(
  'the cursor %j is refused before anybody is asked',
  async (cursor) => {
    const { read, asked } = await engineThat([])
    await expect(read(cursor)).rejects.toMatchObject({ status: 400, code: 'bad-cursor' })
    expect(asked).toEqual([])
  },
)

test('of sessions that are too large together fewer are asked for', async () => {
  const asked: (string | null)[] = []
  const server = await startLoopback((req, res) => {
    const limit = new URL(req.url ?? '', 'http://host').searchParams.get('limit')
    asked.push(limit)
    const permission = [{ permission: 'bash', pattern: 'x'.repeat(20_000), action: 'ask' }]
    res.end(JSON.stringify(Array.from({ length: Number(limit) }, () => ({ ...session, permission }))))
  })
  servers.push(server)
  const { rows } = await readUsage({ url: server.url, owner: {} }, undefined, () => undefined)
  expect([asked, rows.length]).toEqual([['500', '250', '125'], 125])
})

test('an engine that answers nonsense is asked a few times, one that refuses once', async () => {
  let asked = 0
  let status = 200
  const server = await startLoopback((_, res) => {
    asked += 1
    res.writeHead(status).end('no JSON')
  })
  servers.push(server)
  const read = () => readUsage({ url: server.url, owner: {} }, undefined, () => undefined)
  await expect(read()).rejects.toMatchObject({ code: 'server-unreachable' })
  expect(asked).toBe(6)
  ;[asked, status] = [0, 500]
  await expect(read()).rejects.toMatchObject({ code: 'server-unreachable' })
  expect(asked).toBe(1)
})

test('an engine that does not answer a list is a server that cannot be read', async () => {
  const { read } = await engineThat({ error: 'x' })
  await expect(read()).rejects.toMatchObject({ status: 502, code: 'server-unreachable' })
})
