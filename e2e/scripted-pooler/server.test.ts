import { afterEach, beforeEach, expect, test } from 'vitest'
import { startScriptedPooler, type ScriptedPooler } from './server.ts'

let pooler: ScriptedPooler
beforeEach(async () => {
  pooler = await startScriptedPooler()
})
afterEach(() => pooler.close())

const ask = (path: string, init: RequestInit = {}, key = pooler.key) =>
  fetch(new URL(path, pooler.url), { ...init, headers: { authorization: `Bearer ${key}` } })
const post = (path: string, body: object) => ask(path, { method: 'POST', body: JSON.stringify(body) })

test('wants its key, and lists its models with their context', async () => {
  expect((await ask('/v1/models', {}, 'wrong')).status).toBe(401)
  const { data } = (await (await ask('/v1/models')).json()) as { data: unknown[] }
  expect(data).toHaveLength(3)
  expect(data[0]).toMatchObject({ id: 'gpt-5.6-luna', context_length: 828_400 })
})

test.each([
  ['GET', '/v1/chat/completions'],
  ['POST', '/v1/chat/completions/chat/completions'],
  ['POST', '/v1/embeddings'],
  ['GET', '/'],
])('%s %s is refused as OpenAI does', async (method, path) => {
  const answer = await ask(path, { method })
  expect(answer.status).toBe(404)
  expect(await answer.json()).toMatchObject({
    error: { type: 'invalid_request_error', code: 'unsupported_endpoint', param: null },
  })
})

test('both routes answer by the same scripts: a call of a tool, then what is said of it', async () => {
  const prompt = '[script:bash echo hi]'
  const tools = [{ type: 'function', name: 'bash', function: { name: 'bash' } }]
  const chat = await post('/v1/chat/completions', {
    model: 'm',
    stream: true,
    tools,
    messages: [{ role: 'user', content: prompt }],
  })
  expect(await chat.text()).toContain('"name":"bash"')
  const input = [{ role: 'user', content: [{ type: 'input_text', text: prompt }] }]
  const called = await (await post('/v1/responses', { model: 'm', stream: true, tools, input })).text()
  expect(called).toMatch(
    /event: response\.created\n[^]*function_call_arguments\.done[^]*event: response\.completed\n/,
  )
  expect(called).toContain('"name":"bash"')
  const after = [
    ...input,
    { role: 'assistant', content: [{ type: 'output_text', text: 'Running it.' }] },
    { type: 'function_call', call_id: 'c', name: 'bash', arguments: '{}' },
    { type: 'function_call_output', call_id: 'c', output: 'hi' },
  ]
  const said = await (await post('/v1/responses', { model: 'm', stream: true, tools, input: after })).text()
  expect(said).toContain('Ran `echo hi`.')
  expect(pooler.requests.map(({ route }) => route)).toEqual(['/chat/completions', '/responses', '/responses'])
})
