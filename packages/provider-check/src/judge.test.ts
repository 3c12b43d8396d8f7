import { describe, expect, it, test } from 'vitest'
import type { Answered, Exchange, Outcome } from './exchange.ts'
import { judge, judgeUnreached } from './judge.ts'

const URL_ = 'https://api.acme.test/v1/chat/completions'
const done: Outcome = { kind: 'answered', tools: ['write'] }

function exchange(
  result: Partial<Answered> = {},
  sent: Partial<Exchange['sent']> = {},
  hadKey = true,
): Exchange {
  return {
    sent: { method: 'POST', url: URL_, headers: [], bytes: 10, ...sent },
    hadKey,
    result: {
      kind: 'answered',
      status: 200,
      contentType: 'text/event-stream',
      firstMs: 120,
      totalMs: 500,
      text: '',
      ...result,
    },
  }
}

const refusal = (status: number, message: string) =>
  exchange({ status, contentType: 'application/json', text: JSON.stringify({ error: { message } }) })

function told(exchanges: Exchange[], outcome: Outcome = done, hasFile = false) {
  const steps = judge({ provider: 'acme', model: 'm', exchanges, outcome, hasFile })
  expect(steps.map(({ step }) => step)).toEqual(['provider', 'address', 'key', 'model', 'stream', 'tools'])
  const failed = steps.find(({ state }) => state === 'failed')
  return { states: steps.map(({ state }) => state[0]).join(''), failed }
}

test('one that works', () => {
  expect(told([exchange()], done, true).states).toBe('oooooo')
  expect(told([exchange()]).states).toBe('oooooo')
  expect(
    judge({
      provider: 'a',
      model: 'm',
      exchanges: [exchange({}, {}, false)],
      outcome: done,
      hasFile: true,
    })[2],
  ).toMatchObject({ state: 'ok', what: 'It asked for no key' })
})

describe('what a status says', () => {
  it.each<[string, Exchange, step: string, what: RegExp, hint: RegExp]>([
    [
      'the route twice',
      exchange({ status: 404 }, { url: 'https://a.test/v1/chat/completions/chat/completions' }),
      'address',
      /names the route itself/,
      /Leave \/chat\/completions out/,
    ],
    [
      'another route before it',
      exchange({ status: 405 }, { url: 'https://a.test/v1/responses/chat/completions' }),
      'address',
      /names the route itself/,
      /Leave \/responses out/,
    ],
    [
      'no /v1',
      exchange({ status: 404 }, { url: 'https://a.test/chat/completions' }),
      'address',
      /Nothing is at \/chat\/completions/,
      /end in \/v1/,
    ],
    [
      'a wrong path',
      exchange({ status: 404 }, { url: 'https://a.test/v1/x/responses' }),
      'address',
      /Nothing is at/,
      /Look at the base URL/,
    ],
    [
      'a route that the words speak of',
      refusal(404, 'no route POST /v1/models/x'),
      'address',
      /no route/,
      /base URL/,
    ],
    [
      'an unknown model',
      refusal(404, 'The model `x` does not exist'),
      'model',
      /does not know the model.*does not exist/,
      /lists/,
    ],
    ['a wrong key', refusal(401, 'Incorrect API key provided'), 'key', /refused \(401\): Incorrect/, /key/],
    ['no key', { ...refusal(401, 'x'), hadKey: false }, 'key', /No key was sent/, /variable/],
    ['a forbidden one', refusal(403, 'x'), 'key', /403/, /account/],
    ['no credit', refusal(402, 'x'), 'key', /credit/, /Top up/],
    ['too many', refusal(429, 'slow down'), 'model', /slow down/, /Wait/],
    ['its own fault', refusal(503, 'overloaded'), 'model', /failed \(503\): overloaded/, /Try again/],
    ['a redirect', exchange({ status: 308 }), 'address', /leads elsewhere/, /that it leads to/],
    ['max_tokens', refusal(400, 'max_tokens is too large: 128000'), 'model', /size/, /limit\.output/],
    [
      'the newer name of it',
      refusal(400, "Unsupported parameter: 'max_completion_tokens'"),
      'model',
      /size/,
      /limit/,
    ],
    [
      'the context',
      refusal(400, "This model's maximum context length is 8192 tokens"),
      'model',
      /size/,
      /limit\.context/,
    ],
    [
      'no tools',
      refusal(400, 'tool choice requires --enable-auto-tool-choice'),
      'tools',
      /refuses tools/,
      /call tools/,
    ],
    ['no streams', refusal(400, 'streaming is not supported'), 'stream', /to stream/, /streams/],
    ['a key by 400', refusal(400, 'API key not valid'), 'key', /API key not valid/, /key/],
    ['a model by 400', refusal(400, 'unknown model'), 'model', /unknown model/, /lists/],
    ['anything else', refusal(422, 'nope'), 'model', /refused the request \(422\): nope/, /documentation/],
  ])('%s', (_, one, step, what, hint) => {
    const { failed } = told([one], { kind: 'answered', tools: [], error: 'x' })
    expect(failed).toMatchObject({ step })
    expect(failed?.what).toMatch(what)
    expect(failed?.hint).toMatch(hint)
  })
})

test('what comes before the step that failed is fine, what comes behind it unknown', () => {
  expect(told([refusal(401, 'x')]).states).toBe('oofuuu')
  expect(told([refusal(400, 'tools are not supported')]).states).toBe('ooooof')
  expect(told([exchange({ contentType: 'application/json' })]).states).toBe('oooofu')
})

test('the first that failed tells most', () => {
  expect(told([exchange(), refusal(401, 'later')]).failed?.what).toMatch(/later/)
})

it.each<[string, Partial<Answered>, RegExp]>([
  ['a web page', { contentType: 'text/html' }, /web page/],
  ['no stream', { contentType: 'application/json' }, /application\/json, not with a stream/],
  ['nothing', { contentType: '' }, /no content type/],
])('%s is no stream', (_, result, what) => {
  expect(told([exchange(result)]).failed).toMatchObject({
    step: 'stream',
    what: expect.stringMatching(what) as string,
  })
})

it.each<[Outcome, RegExp]>([
  [{ kind: 'answered', tools: [] }, /called no tool/],
  [{ kind: 'answered', tools: [], error: 'the stream ended' }, /the stream ended/],
  [{ kind: 'timeout', seconds: 60 }, /did not end within 60 s/],
  [{ kind: 'retrying', message: 'overloaded' }, /overloaded/],
])('an answer without a tool: %j', (outcome, what) => {
  expect(told([exchange()], outcome).failed).toMatchObject({
    step: 'tools',
    what: expect.stringMatching(what) as string,
  })
})

it.each([
  ['ENOTFOUND', /No server is called a\.test \(DNS\)/],
  ['EAI_AGAIN', /DNS/],
  ['ECONNREFUSED', /Nothing listens at a\.test:81/],
  ['EPROTO', /does not speak HTTPS/],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', /not trusted \(DEPTH_ZERO/],
  ['ERR_TLS_CERT_ALTNAME_INVALID', /not trusted/],
  ['CERT_HAS_EXPIRED', /not trusted/],
  ['ECONNRESET', /hung up/],
  ['ETIMEDOUT', /can’t be reached \(ETIMEDOUT\)/],
])('nobody answers: %s', (code, what) => {
  const step = judgeUnreached({ kind: 'unreached', code }, 'https://a.test:81/v1/chat/completions')
  expect(step).toMatchObject({
    step: 'address',
    state: 'failed',
    what: expect.stringMatching(what) as string,
  })
  expect(step.hint).toMatch(/\.$/)
  expect(told([{ ...exchange(), result: { kind: 'unreached', code } }]).states).toBe('ofuuuu')
})

test('no answer at all', () => {
  const waiting: Exchange = { ...exchange(), result: undefined }
  expect(told([waiting], { kind: 'timeout', seconds: 60 }).failed?.what).toMatch(/no answer within 60 s/)
  expect(told([waiting]).failed?.what).toMatch(/gave no answer/)
})

test('where nothing was seen on its way the engine’s words are all there is', () => {
  expect(told([], done, true).states).toBe('oooooo')
  expect(told([], { kind: 'refused', status: 500 }).failed).toMatchObject({ step: 'provider' })
  expect(told([], { kind: 'offline', message: 'Unable to connect' }).failed).toMatchObject({
    step: 'address',
    what: 'Unable to connect',
  })
})
