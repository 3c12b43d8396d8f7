import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { startScriptedModel, type ScriptedModel } from './server.ts'

let model: ScriptedModel

beforeEach(async () => {
  model = await startScriptedModel()
})

afterEach(() => model.close())

function post(prompt: string, options: { key?: string; stream?: boolean; signal?: AbortSignal } = {}) {
  const { key = model.key, stream = true, signal } = options
  return fetch(`${model.url}/chat/completions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ model: 'story', stream, messages: [{ role: 'user', content: prompt }] }),
    ...(signal ? { signal } : {}),
  })
}

interface Choice {
  delta: { content?: string; reasoning_content?: string; tool_calls?: unknown[] }
  finish_reason: string | null
}

function readEvents(body: string) {
  const lines = body.split('\n\n').filter(Boolean)
  expect(lines.at(-1)).toBe('data: [DONE]')
  return lines
    .slice(0, -1)
    .map((line) => JSON.parse(line.slice('data: '.length)) as { choices: Choice[]; usage?: object })
}

test('wants its key', async () => {
  const answer = await post('[script:text hi]', { key: 'wrong' })
  expect(answer.status).toBe(401)
  expect(await answer.json()).toMatchObject({ error: { type: 'invalid_request_error' } })
})

test('lists its models', async () => {
  const answer = await fetch(`${model.url}/models`, { headers: { authorization: `Bearer ${model.key}` } })
  expect(await answer.json()).toMatchObject({ data: [{ id: 'story' }, { id: 'sketch' }] })
})

test('streams text in chunks, then usage', async () => {
  const events = readEvents(await (await post('[script:text the quick brown fox jumps]')).text())
  const choices = events.flatMap((event) => event.choices)
  expect(choices.map((choice) => choice.delta.content ?? '').join('')).toBe('the quick brown fox jumps')
  expect(choices.length).toBeGreaterThan(3)
  expect(choices.at(-1)?.finish_reason).toBe('stop')
  expect(events.at(-1)?.usage).toMatchObject({ completion_tokens: 7 })
})

test('answers whole when not asked to stream', async () => {
  const answer = await post('[script:bash echo hi]', { stream: false })
  expect(await answer.json()).toMatchObject({
    choices: [
      {
        finish_reason: 'tool_calls',
        message: { content: 'Running it.', tool_calls: [{ function: { name: 'bash' } }] },
      },
    ],
  })
})

test.each([401, 429, 500])('fails with %i', async (status) => {
  expect((await post(`[script:error ${status}]`)).status).toBe(status)
})

test('a body that is no request is a 400', async () => {
  const answer = await fetch(`${model.url}/chat/completions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${model.key}` },
    body: '{}',
  })
  expect(answer.status).toBe(400)
})

test('a gated answer waits for its releases, early ones count', async () => {
  model.release()
  const answer = await post('[script:gated one two three]')
  const stream = answer.body?.pipeThrough(new TextDecoderStream())
  if (!stream) throw new Error('no body')
  let text = ''
  for await (const chunk of stream) {
    if (!text.includes('two ') && (text + chunk).includes('two ')) {
      expect(chunk).not.toContain('three')
      model.release()
    }
    text += chunk
  }
  expect(text).toContain('three')
})

test.each(['stall', 'endless', 'gated a b'])('%s ends when the client hangs up', async (script) => {
  const client = new AbortController()
  const answer = await post(`[script:${script}]`, { signal: client.signal })
  expect(answer.status).toBe(200)
  client.abort()
  await vi.waitUntil(() => model.requests[0]?.state === 'aborted')
})

test('cut drops the connection', async () => {
  const answer = await post('[script:cut half]')
  await expect(answer.text()).rejects.toThrow()
})

test('the large answer is as long as asked', async () => {
  const answer = await post('[script:large 1600000]', { stream: false })
  const { choices } = (await answer.json()) as { choices: [{ message: { content: string } }] }
  expect(choices[0].message.content).toHaveLength(1_600_000)
})
