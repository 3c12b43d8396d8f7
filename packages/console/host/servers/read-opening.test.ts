import type { ServerResponse } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { startLoopback, type Loopback } from '../../test/host/loopback.ts'
import { sampleSession } from '../../test/host/sample-session.ts'
import type { Secrets } from '../http/secrets.ts'
import { KnownSecrets } from '../secrets/known-secrets.ts'
import { readOpening, type OpeningSource } from './read-opening.ts'

const servers: Loopback[] = []
afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())))

const info = (id: string) => ({
  id,
  sessionID: 'ses_1',
  role: 'user',
  agent: 'code',
  model: { providerID: 'a', modelID: 'b' },
  time: { created: 1 },
})
const textPart = (text: string) => ({
  id: 'prt_1',
  sessionID: 'ses_1',
  messageID: 'msg_1',
  type: 'text',
  text,
})
const messageOf = (id: string, text = 'hello') => ({ info: info(id), parts: [textPart(text)] })

type Answer = (res: ServerResponse, url: string) => void

const one: Answer = (res) => res.end(JSON.stringify([messageOf('msg_1')]))
const none: Answer = (res) => res.end('[]')

/** An engine that holds one session; `messages` and `diff` answer for those. */
async function engineWith({
  messages = one,
  diff = none,
  secrets,
  ...about
}: { messages?: Answer; diff?: Answer; secrets?: Secrets } & Pick<OpeningSource, 'folderProblem'>) {
  const asked: string[] = []
  const server = await startLoopback((req, res) => {
    const url = req.url ?? ''
    asked.push(url)
    if (url === '/session/ses_1') res.end(JSON.stringify(sampleSession()))
    else if (url === '/session/ses_1/todo') res.end('[{"content":"a","status":"pending","priority":"high"}]')
    else if (url === '/session/ses_1/diff') diff(res, url)
    else if (url.startsWith('/session/ses_1/message')) messages(res, url)
    else res.writeHead(404).end('{}')
  })
  servers.push(server)
  let dropped = 0
  const read = (sessionId: string, limit = 20) =>
    readOpening({
      target: { url: server.url, owner: {}, ...(secrets && { secrets }) },
      sessionId,
      limit,
      dropped: (count) => void (dropped += count),
      ...about,
    })
  return { read, asked, dropped: () => dropped }
}

test('session, newest messages, todos and diffs come in one answer, with the way to what is older', async () => {
  const { read, asked } = await engineWith({
    messages: (res) => res.setHeader('x-next-cursor', 'before-1').end(JSON.stringify([messageOf('msg_1')])),
  })
  const opening = await read('ses_1')
  expect(opening).toMatchObject({
    session: { title: 'One' },
    page: { older: 'before-1' },
    todos: [{ content: 'a' }],
    diffs: [],
  })
  expect(opening.page?.messages.map((message) => message.info.id)).toEqual(['msg_1'])
  expect(asked).toContain('/session/ses_1/message?limit=20')
  expect(asked).toHaveLength(4)
})

test('what is not what it should be is left out and counted', async () => {
  const { read, dropped } = await engineWith({
    messages: (res) => res.end(JSON.stringify([{ info: { id: 5 } }, messageOf('msg_1')])),
  })
  expect((await read('ses_1')).page?.messages).toHaveLength(1)
  expect(dropped()).toBe(1)
})

test('a cursor that could be something else is none', async () => {
  const { read } = await engineWith({ messages: (res) => res.setHeader('x-next-cursor', 'a b').end('[]') })
  expect((await read('ses_1')).page).toEqual({ messages: [], older: null })
})

test.each<[string, Answer]>([
  [
    'are too large',
    (res) =>
      res.end(
        JSON.stringify([
          messageOf('msg_1', 'x'.repeat(5_000_000)),
          messageOf('msg_2', 'x'.repeat(5_000_000)),
        ]),
      ),
  ],
  ['cannot be read', (res) => res.writeHead(500).end('{}')],
  ['are no JSON', (res) => res.end('<html>')],
  ['are no list', (res) => res.end('{"messages":5}')],
])('messages that %s are left out, and keep nothing else back', async (_, messages) => {
  const { read } = await engineWith({ messages })
  expect(await read('ses_1')).toMatchObject({ session: { title: 'One' }, page: null, todos: [{}], diffs: [] })
})

test('changes that are too large are left out, and keep nothing else back', async () => {
  const patch = 'x'.repeat(5 << 20)
  const diff: Answer = (res) =>
    res.end(JSON.stringify([{ file: 'a', patch, additions: 1, deletions: 0, status: 'modified' }]))
  const { read } = await engineWith({ diff })
  const opening = await read('ses_1')
  expect(opening).toMatchObject({ page: { messages: [{}] }, todos: [{}], diffs: null })
})

test('a session that is not there is not found', async () => {
  const { read } = await engineWith({})
  await expect(read('ses_2')).rejects.toMatchObject({ status: 404, code: 'session-not-found' })
})

test('an engine that fails is a server that cannot be reached', async () => {
  const server = await startLoopback((_, res) => res.writeHead(500).end('{}'))
  servers.push(server)
  const target = { url: server.url, owner: {} }
  const read = readOpening({ target, sessionId: 'ses_1', limit: 20, dropped: () => undefined })
  await expect(read).rejects.toMatchObject({ status: 502, code: 'server-unreachable' })
})

test('it tells of the folder where the host can look, and says nothing of one whose disk does not answer', async () => {
  const problem = { code: 'folder-missing', message: 'There is no folder /p.' }
  const gone = await engineWith({ folderProblem: (path) => Promise.resolve(path === '/p' ? problem : null) })
  expect(await gone.read('ses_1')).toMatchObject({ folder: problem })
  const there = await engineWith({ folderProblem: () => Promise.resolve(null) })
  expect(await there.read('ses_1')).toMatchObject({ folder: null })
  const slow = await engineWith({ folderProblem: () => Promise.reject(new Error('slow')) })
  expect(await slow.read('ses_1')).not.toHaveProperty('folder')
  const elsewhere = await engineWith({})
  expect(await elsewhere.read('ses_1')).not.toHaveProperty('folder')
})

test('fault 78: what a folder’s own configuration holds is hidden in the first opening of a session there', async () => {
  const known = new KnownSecrets('salt')
  const key = 'sk-of-the-project-123'
  const secrets: Secrets = Object.assign(known, {
    prepare(_: unknown, directory: unknown) {
      if (directory === '/p') known.redact({ apiKey: key })
      return Promise.resolve()
    },
  })
  const { read } = await engineWith({
    secrets,
    messages: (res) => res.end(JSON.stringify([messageOf('msg_1', `it is ${key}`)])),
  })
  const { page, session } = await read('ses_1')
  expect(page?.messages[0]?.parts[0]).toMatchObject({ text: `it is ${known.hide(key, true)}` })
  expect(session).toMatchObject({ id: 'ses_1', directory: '/p' })
})
