import type { ServerResponse } from 'node:http'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { startLoopback } from '../../test/host/loopback.ts'
import { makeUpstream } from './upstream.ts'

const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup()
})

/** An engine whose n-th stream is answered by the n-th function; what the upstream tells is a list to wait on. */
async function listenTo(
  streams: ((res: ServerResponse, authorization: string | undefined) => void)[],
  silenceMs?: number,
) {
  const told: string[] = []
  const spoke = { count: 0 }
  let wake: () => void = () => undefined
  const tell = (text: string) => {
    told.push(text)
    wake()
  }
  const engine = await startLoopback((req, res) => {
    if (req.url === '/global/event') streams.shift()?.(res, req.headers.authorization)
  })
  const upstream = makeUpstream(
    { url: engine.url, authorization: 'Basic a2lsbzp4', owner: {} },
    {
      connected: () => tell('connected'),
      speaking: () => void (spoke.count += 1),
      message: ({ event }) => tell('id' in event.properties ? event.properties.id : event.type),
      strange: () => tell('strange'),
      overflow: () => tell('overflow'),
      lost: () => tell('lost'),
    },
    silenceMs,
  )
  cleanups.push(upstream.dispose, () => engine.close())
  async function until(count: number): Promise<string[]> {
    while (told.length < count) await new Promise<void>((resolve) => (wake = resolve))
    return told
  }
  return { until, upstream, told, spoke }
}

const frame = (id: string) => {
  const type = id.includes('server.') || id === 'sync' ? id : 'pty.deleted'
  return `data: ${JSON.stringify({ payload: { type, properties: { id } } })}\n\n`
}

test('fault 47: a broken stream is opened again, and says so', async () => {
  const { until } = await listenTo([
    (res) => res.end(frame('server.connected') + frame('a') + frame('sync')),
    (res) => res.write(frame('server.heartbeat') + frame('b')),
  ])
  expect(await until(5)).toEqual(['connected', 'a', 'lost', 'connected', 'b'])
})

test('the first word after the greeting is told, once for each stream: from there on nothing is missed', async () => {
  const { until, spoke } = await listenTo([
    (res) => res.end(frame('server.connected')),
    (res) => res.write(frame('server.connected') + frame('a') + frame('b')),
  ])
  expect(await until(5)).toEqual(['connected', 'lost', 'connected', 'a', 'b'])
  expect(spoke.count).toBe(1)
})

describe('silence', () => {
  const SILENCE_MS = 50
  const PAUSE_MS = 250
  // Time passes only when the test says so: a busy machine is silent for longer than that before it has answered at all.
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    // The pause is as long as it can be.
    vi.spyOn(Math, 'random').mockReturnValue(1)
  })
  afterEach(() => void vi.useRealTimers())

  test('fault 47: a stream that is silent for too long is a dead one', async () => {
    const { until, told } = await listenTo(
      [(res) => res.write(frame('a')), (res) => res.write(frame('b'))],
      SILENCE_MS,
    )
    await until(2)
    vi.advanceTimersByTime(SILENCE_MS - 1)
    expect(told).toEqual(['connected', 'a'])
    vi.advanceTimersByTime(1)
    await until(3)
    vi.advanceTimersByTime(PAUSE_MS)
    expect(await until(5)).toEqual(['connected', 'a', 'lost', 'connected', 'b'])
  })

  test('an engine that never answers is given up like a silent one', async () => {
    let asked: () => void = () => undefined
    const wasAsked = new Promise<void>((resolve) => (asked = resolve))
    const { until } = await listenTo([() => asked(), (res) => res.write(frame('b'))], SILENCE_MS)
    await wasAsked
    vi.advanceTimersByTime(SILENCE_MS)
    await until(1)
    vi.advanceTimersByTime(PAUSE_MS)
    expect(await until(3)).toEqual(['lost', 'connected', 'b'])
  })
})

test('a refused stream is asked for again; the credential goes along', async () => {
  const seen: (string | undefined)[] = []
  const { until } = await listenTo([
    (res) => res.writeHead(500).end(),
    (res, authorization) => {
      seen.push(authorization)
      res.write(frame('b'))
    },
  ])
  expect(await until(3)).toEqual(['lost', 'connected', 'b'])
  expect(seen).toEqual(['Basic a2lsbzp4'])
})

test('after its end nothing is told and nothing is opened', async () => {
  let streams = 0
  let closed: () => void = () => undefined
  const gone = new Promise<void>((resolve) => (closed = resolve))
  const { until, upstream, told } = await listenTo([
    (res) => {
      streams += 1
      res.on('close', closed)
      res.write(frame('a'))
    },
  ])
  await until(2)
  upstream.dispose()
  await gone
  expect(told).toEqual(['connected', 'a'])
  expect(streams).toBe(1)
})

test('a pause is cut short by who knows that the engine is back', async () => {
  const { until, upstream } = await listenTo([
    ...Array.from({ length: 4 }, () => (res: ServerResponse) => void res.writeHead(500).end()),
    (res) => res.write(frame('b')),
  ])
  for (let lost = 1; lost <= 4; lost += 1) {
    await until(lost)
    upstream.retry()
  }
  expect(await until(6)).toEqual(['lost', 'lost', 'lost', 'lost', 'connected', 'b'])
})
