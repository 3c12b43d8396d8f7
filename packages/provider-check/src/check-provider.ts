/**
 * Whether a provider works: a prompt that needs a tool, in a throw-away folder, through a server of ours that sees what is sent. Nothing stays behind,
 * and nothing of what runs is disturbed: the folder has a configuration and an instance of the engine of its own.
 */
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { inDirectory } from '@kilo-console/daemon'
import { bagOf } from '@kilo-console/engine/edge/bounds'
import { askEngine, type CheckedEngine } from './engine.ts'
import type { Exchange } from './exchange.ts'
import { findProvider, type KnownProvider } from './known-provider.ts'
import { inOrder, judge } from './judge.ts'
import { askModel, FILE_NAME } from './prompt.ts'
import { startRecorder, type Recorder } from './recorder.ts'
import { withoutKeys } from './shown-request.ts'
import type { CheckReport, CheckStep } from '@kilo-console/engine/provider-report'
import { makeThrowaway } from './throwaway.ts'

export interface CheckOptions {
  engine: CheckedEngine
  provider: string
  /** Absent: the one that the engine takes first. */
  model?: string
  /** Of a project: its own configuration counts. Absent: everybody's. */
  directory?: string
  /** A provider that is not saved yet, as a file would have it, with its key. */
  definition?: Record<string, unknown>
  /** Of the prompt; default 60. */
  seconds?: number
  signal?: AbortSignal
}

const READ_MS = 30_000

/** Rejects where the engine itself can't be asked, or the signal ends it. */
export async function checkProvider(options: CheckOptions): Promise<CheckReport> {
  const began = performance.now()
  const { provider } = options
  const known = await readProvider(options)
  const model = options.model ?? ('models' in known ? known.models[0] : undefined)
  const end = (steps: CheckStep[], seen?: Exchange): CheckReport => ({
    provider,
    ...(model !== undefined && { model }),
    steps,
    ...(seen && shownExchange(seen)),
    durationMs: Math.round(performance.now() - began),
  })
  if ('step' in known) return end(inOrder([known]))
  if (model === undefined)
    return end(
      inOrder([unknown(`${provider} has no model`, 'Add one to it: Kilo asks no provider for its models.')]),
    )
  const recorder = await recorderFor(known)
  if (recorder === 'no-url') return end(inOrder([badUrl(known.baseURL ?? '')]))
  try {
    const { steps, told } = await run(options, { model, recorder })
    return end(
      steps.map((step) => ({ ...step, what: withoutKeys(step.what, recorder?.keys ?? []) })),
      told && withoutKeysIn(told, recorder?.keys ?? []),
    )
  } finally {
    await recorder?.close()
  }
}

const unknown = (what: string, hint: string): CheckStep => ({ step: 'provider', state: 'failed', what, hint })

const badUrl = (url: string): CheckStep => ({
  step: 'address',
  state: 'failed',
  what: url === '' ? 'It has no base URL' : 'The base URL is no address',
  hint: 'Give one that begins with http:// or https://, and most end in /v1.',
})

async function readProvider({
  engine,
  provider,
  directory = '',
  definition,
  model,
  signal,
}: CheckOptions): Promise<KnownProvider | CheckStep> {
  if (definition) return fromDefinition(provider, definition)
  const path = directory === '' ? '/config/providers' : inDirectory('/config/providers', directory)
  const { value } = await askEngine(engine, 'GET', path, { signal: within(READ_MS, signal) })
  const { found, ids } = findProvider(value, provider)
  if (!found)
    return unknown(
      `Kilo has no provider ${provider}`,
      ids.length > 0 ? `It has: ${ids.slice(0, 10).join(', ')}.` : 'Connect one in the console’s settings.',
    )
  if (model !== undefined && !found.models.includes(model))
    return unknown(`${provider} has no model ${model}`, `It has: ${found.models.slice(0, 10).join(', ')}.`)
  return found
}

function fromDefinition(id: string, { options, models }: Record<string, unknown>): KnownProvider {
  const { baseURL } = bagOf(options)
  return {
    id,
    baseURL: typeof baseURL === 'string' ? baseURL : undefined,
    models: Object.keys(bagOf(models)),
  }
}

/** The engine would ask a proxy for the recorder, and Node does not ask one for the provider. */
const PROXIES = ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY'].flatMap((name) => [name, name.toLowerCase()])

/** None: the library has an address of its own, or a proxy of the environment leads there. */
async function recorderFor({ baseURL }: KnownProvider): Promise<Recorder | 'no-url' | undefined> {
  if (baseURL === undefined) return undefined
  const url = URL.canParse(baseURL) ? new URL(baseURL) : undefined
  if (!url || !/^https?:$/.test(url.protocol)) return 'no-url'
  return PROXIES.some((name) => process.env[name]) ? undefined : startRecorder(url)
}

interface Running {
  model: string
  recorder: Recorder | undefined
}

async function run(
  { engine, provider, directory = '', definition, seconds = 60, signal }: CheckOptions,
  { model, recorder }: Running,
): Promise<{ steps: CheckStep[]; told: Exchange | undefined }> {
  const own = definition ?? (directory === '' ? {} : await definitionIn(engine, provider, directory, signal))
  const folder = await makeThrowaway({ provider, own, url: recorder?.url, isNew: definition !== undefined })
  try {
    const exchanges = recorder?.exchanges ?? []
    const outcome = await askModel({
      engine,
      folder: folder.path,
      provider,
      model,
      seconds,
      exchanges,
      signal,
    })
    const hasFile = await stat(join(folder.path, FILE_NAME)).then(
      (found) => found.isFile(),
      () => false,
    )
    const steps = judge({ provider, model, exchanges, outcome, hasFile })
    const isGood = ({ result }: Exchange) => result?.kind === 'answered' && result.status < 300
    return { steps, told: exchanges.find((one) => !isGood(one)) ?? exchanges[0] }
  } finally {
    await folder.remove()
  }
}

/** As the engine reads it there, with its key. */
async function definitionIn(
  engine: CheckedEngine,
  provider: string,
  directory: string,
  signal: AbortSignal | undefined,
): Promise<Record<string, unknown>> {
  const path = inDirectory('/config', directory)
  const { value } = await askEngine(engine, 'GET', path, { signal: within(READ_MS, signal) })
  const all = bagOf(bagOf(value)['provider'])
  return Object.hasOwn(all, provider) ? bagOf(all[provider]) : {}
}

/** Who has got a key may send it back where nobody looks for it. */
function withoutKeysIn(exchange: Exchange, keys: Iterable<string>): Exchange {
  const { result } = exchange
  if (result?.kind !== 'answered') return exchange
  return {
    ...exchange,
    result: { ...result, contentType: withoutKeys(result.contentType, keys).slice(0, 200) },
  }
}

function shownExchange({ sent, result }: Exchange): Pick<CheckReport, 'request' | 'answer'> {
  if (result?.kind !== 'answered') return { request: sent }
  const { status, contentType, firstMs, totalMs } = result
  return {
    request: sent,
    answer: { status, ...(contentType !== '' && { contentType }), firstMs, totalMs },
  }
}

function within(ms: number, signal: AbortSignal | undefined): AbortSignal {
  const limit = AbortSignal.timeout(ms)
  return signal ? AbortSignal.any([limit, signal]) : limit
}
