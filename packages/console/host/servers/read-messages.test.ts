import type { ServerResponse } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { startLoopback, type Loopback } from '../../test/host/loopback.ts'
import { readMessages } from './read-messages.ts'

const servers: Loopback[] = []
afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())))

const of = { sessionID: 'ses_1', messageID: 'msg_1' }
const info = {
  id: 'msg_1',
  sessionID: 'ses_1',
  role: 'assistant',
  parentID: 'msg_0',
  modelID: 'm',
  providerID: 'p',
  mode: 'code',
  agent: 'code',
  path: { cwd: '/', root: '/' },
  cost: 0,
  tokens: { input: 0, output: 0, reasoning: 0, cache: { read: 0, write: 0 } },
  time: { created: 1, completed: 2 },
}
const state = {
  status: 'completed',
  input: { command: 'seq' },
  title: 'seq',
  metadata: {},
  time: { start: 1, end: 2 },
}

async function engineThat(answer: (res: ServerResponse) => void) {
  const asked: (string | undefined)[] = []
  const server = await startLoopback((req, res) => {
    asked.push(req.url)
    answer(res)
  })
  servers.push(server)
  let dropped = 0
  const read = (before?: string) =>
    readMessages({
      target: { url: server.url, owner: {} },
      sessionId: 'ses_1',
      limit: 20,
      before,
      dropped: (count) => void (dropped += count),
    })
  return { read, asked, dropped: () => dropped }
}

test('a text of 1.6 MB and an output of 200,000 lines come as their beginnings, and say how long they are', async () => {
  const text = 'A sentence of it. '.repeat(90_000)
  const output = Array.from({ length: 200_000 }, (_, at) => `line ${at} of many`).join('\n')
  const parts = [
    { ...of, id: 'prt_1', type: 'text', text, time: { start: 1, end: 2 } },
    { ...of, id: 'prt_2', type: 'tool', tool: 'bash', callID: 'c', state: { ...state, output } },
  ]
  const { read, asked } = await engineThat((res) =>
    res.setHeader('x-next-cursor', 'older-1').end(JSON.stringify([{ info, parts }])),
  )
  const page = await read()
  expect(page).toMatchObject({
    older: 'older-1',
    messages: [{ parts: [{ cut: text.length }, { cut: output.length }] }],
  })
  expect(JSON.stringify(page).length).toBeLessThan(140_000)
  expect(asked).toEqual(['/session/ses_1/message?limit=20'])
})

test('a call that notes 150,000 things is no reason to show no message at all', async () => {
  const noted = { ...state, output: '', metadata: { lines: Array.from({ length: 150_000 }, (_, at) => at) } }
  const parts = [{ ...of, id: 'prt_1', type: 'tool', tool: 'mcp', callID: 'c', state: noted }]
  const { read } = await engineThat((res) => res.end(JSON.stringify([{ info, parts }])))
  expect((await read()).messages).toMatchObject([{ parts: [{ id: 'prt_1' }] }])
})

test('an older page is asked for by its cursor, and what is none does not reach the server', async () => {
  const { read, asked } = await engineThat((res) => res.end('[]'))
  expect(await read('older-1')).toEqual({ messages: [], older: null })
  await expect(read('a b&directory=/')).rejects.toMatchObject({ status: 400, code: 'bad-cursor' })
  expect(asked).toEqual(['/session/ses_1/message?limit=20&before=older-1'])
})

test('what is no message is left out and counted', async () => {
  const { read, dropped } = await engineThat((res) =>
    res.end(JSON.stringify([{ info: { id: 5 } }, { info, parts: [] }])),
  )
  expect((await read()).messages).toHaveLength(1)
  expect(dropped()).toBe(1)
})

test.each([
  [404, 404, 'session-not-found'],
  [500, 502, 'server-unreachable'],
])('a server that answers %i is told as %i %s', async (answered, status, code) => {
  const { read } = await engineThat((res) => res.writeHead(answered).end('{}'))
  await expect(read()).rejects.toMatchObject({ status, code })
})
