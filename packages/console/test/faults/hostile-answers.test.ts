import { STATUS_CODES } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { HOSTILE_ANSWERS } from '../host/hostile-answers.ts'
import { outcomeOf, SOCKET_HEADERS, startHostileWorld, type HostileWorld } from '../host/hostile-world.ts'

let world: HostileWorld
beforeAll(async () => {
  world = await startHostileWorld()
})
afterAll(() => world.close())

describe('fault 61: a hostile answer to a', () => {
  test.each(HOSTILE_ANSWERS)('GET: %s', async (_name, answer, outcome) => {
    const heard = await world.exchange(world.engine.give(answer), 'GET')
    expect(outcomeOf(heard)).toBe(outcome)
    if (outcome !== 'refused') expect(heard.body.toString().slice(0, 2)).toMatch(/^(ok|xx|)$/)
  })

  test.each(HOSTILE_ANSWERS)('POST: %s', async (_name, answer, outcome) => {
    const json = { 'content-type': 'application/json' }
    expect(outcomeOf(await world.exchange(world.engine.give(answer), 'POST', json))).toBe(outcome)
  })

  test.each(HOSTILE_ANSWERS)('HEAD: %s', async (_name, answer) => {
    // Without a body there is nothing to cut, and no length is missed; what comes all the same is no HTTP.
    const heard = await world.exchange(world.engine.give(answer), 'HEAD')
    expect(['refused', 'passed']).toContain(outcomeOf(heard))
  })

  test.each(HOSTILE_ANSWERS)('WebSocket: %s', async (_name, answer) => {
    const heard = await world.exchange(world.engine.give(answer), 'GET', SOCKET_HEADERS)
    expect([heard.status, outcomeOf(heard)]).toEqual([502, 'refused'])
  })
})

const ACCEPT = 's3pPLMBiTxaQ9kYGzzhZRbK+xOo='
const switching = (lines: string[]) => `HTTP/1.1 101 x\r\n${lines.join('\r\n')}\r\n\r\n`

describe('fault 61: a WebSocket', () => {
  test('opens with headers of ours alone', async () => {
    const lines = [
      'upgrade: WebSocket',
      'connection: upgrade',
      `sec-websocket-accept: ${ACCEPT}`,
      'sec-websocket-protocol: kilo-key.x',
      'sec-websocket-extensions: permessage-deflate',
      'set-cookie: a=b',
    ]
    const path = world.engine.give((socket) => socket.write(switching(lines)))
    const heard = await world.exchange(path, 'GET', SOCKET_HEADERS)
    expect(heard).toMatchObject({ status: 101, reason: 'Switching Protocols', end: 'opened' })
    expect(heard.headers).toEqual({
      upgrade: 'websocket',
      connection: 'Upgrade',
      'sec-websocket-accept': ACCEPT,
      'sec-websocket-protocol': world.protocol,
    })
  })

  test.each([
    ['no accept', ['upgrade: websocket', 'connection: upgrade']],
    ['the accept of another key', ['upgrade: websocket', 'connection: upgrade', 'sec-websocket-accept: a']],
    ['another protocol', ['upgrade: h2c', 'connection: upgrade', `sec-websocket-accept: ${ACCEPT}`]],
  ])('is refused when it is answered with %s', async (_name, lines) => {
    const path = world.engine.give(switching(lines))
    expect(outcomeOf(await world.exchange(path, 'GET', SOCKET_HEADERS))).toBe('refused')
  })

  test.each([403, 404, 503])('that is refused with %d says so, in our words', async (status) => {
    const answer = `HTTP/1.1 ${status} \x1b\r\nset-cookie: a=b\r\ncontent-length: 2\r\n\r\nno`
    const heard = await world.exchange(world.engine.give(answer), 'GET', SOCKET_HEADERS)
    expect(heard).toMatchObject({ status, reason: STATUS_CODES[status] })
    expect(JSON.parse(heard.body.toString())).toMatchObject({ error: { code: 'refused' } })
  })
})

test('a HEAD is answered with the length of what a GET would get', async () => {
  const path = world.engine.give('HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\n')
  const heard = await world.exchange(path, 'HEAD')
  expect([outcomeOf(heard), heard.headers['content-length']]).toEqual(['passed', '5'])
})

test('fault 61: a body without end costs the host nothing', async () => {
  const answer = HOSTILE_ANSWERS.find(([name]) => name === 'a body without end')?.[1] ?? ''
  const before = process.memoryUsage().rss
  const path = world.engine.give(answer)
  await Promise.all(Array.from({ length: 20 }, () => world.exchange(path, 'GET')))
  expect(process.memoryUsage().rss - before).toBeLessThan(150 << 20)
})
