import { afterEach, expect, test } from 'vitest'
import { startLoopback, type Loopback } from '../../test/host/loopback.ts'
import { endTurn } from './end-turn.ts'

const servers: Loopback[] = []
afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())))

async function engineThat(status: number) {
  const asked: unknown[] = []
  const server = await startLoopback(({ method, url, headers }, res) => {
    asked.push([method, url, headers.authorization])
    res.writeHead(status).end('true')
  })
  servers.push(server)
  const target = { url: server.url, owner: {}, authorization: 'Basic x' }
  return { asked, end: () => endTurn(target, { sessionId: 'ses_1', directory: '/w/a b' }) }
}

test('a turn is ended in its own folder, with the engine’s credential', async () => {
  const { asked, end } = await engineThat(200)
  await end()
  expect(asked).toEqual([['POST', '/session/ses_1/abort?directory=%2Fw%2Fa%20b', 'Basic x']])
})

test('an engine that refuses has not ended it', async () => {
  const { end } = await engineThat(404)
  await expect(end()).rejects.toMatchObject({ status: 404 })
})
