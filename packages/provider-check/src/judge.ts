/** PURE: what requests and answers say of a provider, step by step. A step that is judged ends the judgement where it failed. */
import type { Answered, Exchange, Outcome, Unreached } from './exchange.ts'
import { judgeRefusal } from './judge-refusal.ts'
import type { CheckStep, StepName } from '@kilo-console/engine/provider-report'

export interface Evidence {
  provider: string
  model: string
  exchanges: readonly Exchange[]
  outcome: Outcome
  /** What the model was to call did what it should. */
  hasFile: boolean
}

const ORDER: readonly StepName[] = ['provider', 'address', 'key', 'model', 'stream', 'tools']

const ok = (step: StepName, what: string): CheckStep => ({ step, state: 'ok', what })

const NOT_REACHED: Record<StepName, string> = {
  provider: 'Not looked for',
  address: 'Not asked',
  key: 'Not tried',
  model: 'Not asked',
  stream: 'Not tried',
  tools: 'Not tried',
}

/** All steps, in their order; those that were not reached are unknown. */
export function judge(evidence: Evidence): CheckStep[] {
  return inOrder(judged(evidence))
}

export function inOrder(steps: readonly CheckStep[]): CheckStep[] {
  return ORDER.map(
    (name) =>
      steps.find(({ step }) => step === name) ?? { step: name, state: 'unknown', what: NOT_REACHED[name] },
  )
}

function judged(evidence: Evidence): CheckStep[] {
  const { provider, model, exchanges, outcome } = evidence
  const known = ok('provider', `Kilo knows ${provider}/${model}`)
  const told = exchanges.find(isBad) ?? exchanges[0]
  if (!told) return unrecorded(evidence, known)
  const { result } = told
  if (!result) return [known, noAnswer(told, outcome)]
  if (result.kind === 'unreached') return [known, judgeUnreached(result, told.sent.url)]
  const bad = result.status > 299 ? judgeRefusal(told, result) : undefined
  if (bad) return [known, ...upTo(bad, told, result)]
  return [known, ...passed(told, result, 'model'), ...judgeAnswer(evidence, result)]
}

const isBad = ({ result }: Exchange): boolean =>
  !result || result.kind === 'unreached' || result.status < 200 || result.status > 299

/** What an answer proves before the step that failed. */
function upTo(bad: CheckStep, told: Exchange, result: Answered): CheckStep[] {
  const before = ORDER[ORDER.indexOf(bad.step) - 1]
  return [...(before && before !== 'provider' ? passed(told, result, before) : []), bad]
}

function passed({ sent, hadKey }: Exchange, { firstMs }: Answered, last: StepName): CheckStep[] {
  const steps = [
    ok('address', `${sent.url} answered in ${seconds(firstMs)}`),
    ok('key', hadKey ? 'The key was taken' : 'It asked for no key'),
    ok('model', 'It knows the model'),
    ok('stream', 'It answers piece by piece'),
  ]
  return steps.slice(0, ORDER.indexOf(last))
}

function judgeAnswer({ outcome, hasFile }: Evidence, { contentType }: Answered): CheckStep[] {
  if (/html/i.test(contentType))
    return [
      {
        step: 'stream',
        state: 'failed',
        what: 'A web page answered, not an API',
        hint: 'Look at the base URL: most end in /v1.',
      },
    ]
  const isStream = /event-stream/i.test(contentType)
  const stream: CheckStep = isStream
    ? ok('stream', 'It answers piece by piece')
    : {
        step: 'stream',
        state: 'failed',
        what: `It answered with ${contentType === '' ? 'no content type' : contentType}, not with a stream`,
        hint: 'The address in between may not pass streams on: turn buffering off there.',
      }
  return isStream ? [stream, judgeTools(outcome, hasFile)] : [stream]
}

function judgeTools(outcome: Outcome, hasFile: boolean): CheckStep {
  const step = 'tools'
  if (outcome.kind === 'timeout')
    return { step, state: 'failed', what: `The answer did not end within ${outcome.seconds} s` }
  if (outcome.kind !== 'answered')
    return {
      step,
      state: 'failed',
      what: 'message' in outcome ? outcome.message : 'The engine took no prompt',
    }
  const [tool] = outcome.tools
  if (hasFile || tool !== undefined) return ok(step, `The model called a tool: ${tool ?? 'write'}`)
  if (outcome.error !== undefined) return { step, state: 'failed', what: outcome.error }
  return {
    step,
    state: 'failed',
    what: 'The model answered in words, and called no tool',
    hint: 'Kilo works by tools: choose a model that can call them.',
  }
}

function noAnswer({ sent }: Exchange, outcome: Outcome): CheckStep {
  const what =
    outcome.kind === 'timeout'
      ? `${sent.url} gave no answer within ${outcome.seconds} s`
      : `${sent.url} gave no answer`
  return { step: 'address', state: 'failed', what, hint: 'See whether the server works, or is busy.' }
}

const NO_NAME = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_NODATA', 'EAI_NONAME'])
const NO_TLS = new Set(['EPROTO', 'ERR_SSL_WRONG_VERSION_NUMBER', 'ERR_SSL_PACKET_LENGTH_TOO_LONG'])
const NO_TRUST =
  /^(CERT_|DEPTH_ZERO_|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|ERR_TLS_CERT|HOSTNAME_MISMATCH|INVALID_CA)/

/** PURE. */
export function judgeUnreached({ code }: Unreached, url: string): CheckStep {
  const { host, hostname } = new URL(url)
  const [what, hint] = unreachedWords(code, host, hostname)
  return { step: 'address', state: 'failed', what, hint }
}

function unreachedWords(code: string, host: string, hostname: string): [what: string, hint: string] {
  if (NO_NAME.has(code))
    return [`No server is called ${hostname} (DNS)`, 'Look at the base URL, and whether you are online.']
  if (code === 'ECONNREFUSED') return [`Nothing listens at ${host}`, 'Start the server, or look at the port.']
  if (NO_TLS.has(code))
    return [`${host} does not speak HTTPS`, 'Begin the base URL with http:// if that is meant.']
  if (NO_TRUST.test(code))
    return [
      `The certificate of ${host} is not trusted (${code})`,
      'Set NODE_EXTRA_CA_CERTS to the file of its authority, then kilo daemon restart.',
    ]
  if (code.startsWith('HPE_')) return [`What ${host} answers is no HTTP`, 'Look at the base URL.']
  if (code === 'ECONNRESET' || code === 'EPIPE')
    return [`${host} hung up before it answered`, 'Is it HTTPS? Then begin the base URL with https://.']
  return [`${host} can’t be reached (${code})`, 'Look at the base URL, and at the network.']
}

/** Nothing was seen on its way: the engine’s own words are all there is. */
function unrecorded({ provider, model, outcome, hasFile }: Evidence, known: CheckStep): CheckStep[] {
  if (outcome.kind === 'refused')
    return [
      {
        step: 'provider',
        state: 'failed',
        what: `Kilo took no prompt for ${provider}/${model}`,
        hint: 'Look at the provider’s settings, and its models.',
      },
    ]
  const tools = judgeTools(outcome, hasFile)
  if (tools.state !== 'ok') return [known, { ...tools, step: 'address' }]
  const unseen = (step: StepName): CheckStep => ({ step, state: 'ok', what: 'It answered' })
  return [known, unseen('address'), unseen('key'), unseen('model'), unseen('stream'), tools]
}

export const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`
