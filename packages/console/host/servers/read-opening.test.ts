import type { ServerResponse } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { startLoopback, type Loopback } from '../../test/host/loopback.ts'
import { readOpening } from './read-opening.ts'

const SESSION = {
  id: 'ses_1',
  slug: 'one',
  version: '1',
  projectID: 'p',
  directory: '/p',
  title: 'One',
  time: { created: 1, updated: 1 },
}
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

/** An engine that holds one session; `messages` answers for those. */
async function engineWith(messages: Answer) {
  const asked: string[] = []
  const server = await startLoopback((req, res) => {
    const url = req.url ?? ''
    asked.push(url)
    if (url === '/session/ses_1') res.end(JSON.stringify(SESSION))
    else if (url === '/session/ses_1/todo') res.end('[{"content":"a","status":"pending","priority":"high"}]')
    else if (url === '/session/ses_1/diff') res.end('[]')
    else if (url.startsWith('/session/ses_1/message')) messages(res, url)
    else res.writeHead(404).end('{}')
  })
  servers.push(server)
  let dropped = 0
  const read = (sessionId: string, limit = 20) =>
    readOpening({
      target: { url: server.url, owner: {} },
      sessionId,
      limit,
      dropped: (count) => void (dropped += count),
    })
  return { read, asked, dropped: () => dropped }
}

test('session, newest messages, todos and diffs come in one answer, with the way to what is older', async () => {
  const { read, asked } = await engineWith((res) =>
    res.setHeader('x-next-cursor', 'before-1').end(JSON.stringify([messageOf('msg_1')])),
  )
  const opening = await read('ses_1')
  expect(opening).toMatchObject({ session: { title: 'One' }, older: 'before-1', todos: [{ content: 'a' }] })
  expect(opening.messages.map((message) => message.info.id)).toEqual(['msg_1'])
  expect(asked).toContain('/session/ses_1/message?limit=20')
  expect(asked).toHaveLength(4)
})

test('what is not what it should be is left out and counted', async () => {
  const { read, dropped } = await engineWith((res) =>
    res.end(JSON.stringify([{ info: { id: 5 } }, messageOf('msg_1')])),
  )
  expect((await read('ses_1')).messages).toHaveLength(1)
  expect(dropped()).toBe(1)
})

test('a cursor that could be something else is none', async () => {
  const { read } = await engineWith((res) => res.setHeader('x-next-cursor', 'a b').end('[]'))
  expect((await read('ses_1')).older).toBeNull()
})

test('messages that are too large together come one at a time', async () => {
  const big = JSON.stringify([
    messageOf('msg_1', 'x'.repeat(3_000_000)),
    messageOf('msg_2', 'x'.repeat(3_000_000)),
  ])
  const { read } = await engineWith((res, url) =>
    res.end(url.endsWith('limit=1') ? JSON.stringify([messageOf('msg_2')]) : big),
  )
  expect((await read('ses_1')).messages.map((message) => message.info.id)).toEqual(['msg_2'])
})

test('a session that is not there is not found', async () => {
  const { read } = await engineWith((res) => res.end('[]'))
  await expect(read('ses_2')).rejects.toMatchObject({ status: 404, code: 'session-not-found' })
})

test('an engine that fails is a server that cannot be reached', async () => {
  const { read } = await engineWith((res) => res.writeHead(500).end('{}'))
  await expect(read('ses_1')).rejects.toMatchObject({ status: 502, code: 'server-unreachable' })
})
