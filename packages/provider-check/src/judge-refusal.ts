/** PURE: why a provider refused, from its status, its words, and where it was asked. */
import type { Answered, Exchange } from './exchange.ts'
import { providerWords } from './provider-words.ts'
import type { CheckStep, StepName } from '@kilo-console/engine/provider-report'

/** Routes that a base URL is often given with. */
const ROUTE = /\/(chat\/completions|responses|completions|messages)$/
const ANY_ROUTE = '(chat/completions|responses|completions|messages)'
const DOUBLED = new RegExp(`/${ANY_ROUTE}/${ANY_ROUTE}$`)

const TOKENS =
  /max_?(completion_|output_)?tokens|maximum (context|output)|context.{0,10}length|too many tokens/i
const TOOLS = /\btool|function.?call/i
const STREAM = /\bstream/i
const MODEL = /\bmodel\b|deployment/i
const KEY = /api.?key|unauthorized|authentication|credential|forbidden/i

/** A status that is no 2xx. */
export function judgeRefusal({ sent, hadKey }: Exchange, answer: Answered): CheckStep {
  const said = providerWords(answer.text, answer.contentType)
  const step = (name: StepName, what: string, hint: string): CheckStep => ({
    step: name,
    state: 'failed',
    what: said === undefined ? what : `${what}: ${said}`,
    hint,
  })
  const { status } = answer
  if (status === 404 || status === 405) return judgeNotFound(sent.url, answer, said, step)
  if (status === 401 || status === 403) return judgeKey(status, hadKey, step)
  if (status === 402) return step('key', 'No credit is left (402)', 'Top up the account.')
  if (status === 429)
    return step(
      'model',
      'Too many requests, or a limit is used up (429)',
      'Wait, or look at the limits of the account.',
    )
  if (status >= 300 && status <= 399)
    return step('address', `${sent.url} leads elsewhere (${status})`, 'Give the address that it leads to.')
  if (status >= 500)
    return step('model', `The provider failed (${status})`, 'Try again; if it stays, ask the provider.')
  return judgeBad(status, said ?? '', step)
}

type MakeStep = (name: StepName, what: string, hint: string) => CheckStep

function judgeKey(status: number, hadKey: boolean, step: MakeStep): CheckStep {
  return hadKey
    ? step('key', `The key was refused (${status})`, 'Look at the key, and for which account it is.')
    : step(
        'key',
        `No key was sent (${status})`,
        'Set one, or the variable that it is to come from; then kilo daemon restart.',
      )
}

function judgeNotFound(
  url: string,
  { status }: Answered,
  said: string | undefined,
  step: MakeStep,
): CheckStep {
  const path = new URL(url).pathname
  const doubled = DOUBLED.exec(path)
  if (doubled)
    return step(
      'address',
      `The base URL names the route itself: ${path} was asked for (${status})`,
      `Leave /${doubled[1]} out of the base URL.`,
    )
  if (said !== undefined && MODEL.test(said) && !/route|path|url/i.test(said))
    return step('model', `The provider does not know the model (${status})`, 'Choose one that it lists.')
  const base = path.replace(ROUTE, '')
  return step(
    'address',
    `Nothing is at ${path} (${status})`,
    /\/v\d/.test(base) ? 'Look at the base URL.' : 'Most base URLs end in /v1: try that.',
  )
}

function judgeBad(status: number, said: string, step: MakeStep): CheckStep {
  if (TOKENS.test(said))
    return step(
      'model',
      `The provider refuses the size that was asked for (${status})`,
      'Set limit.output and limit.context of the model to what it has.',
    )
  if (TOOLS.test(said))
    return step('tools', `The provider refuses tools (${status})`, 'Choose a model that can call tools.')
  if (STREAM.test(said))
    return step(
      'stream',
      `The provider refuses to stream (${status})`,
      'Choose a model, or an address, that streams.',
    )
  if (KEY.test(said)) return step('key', `The key was refused (${status})`, 'Look at the key.')
  if (MODEL.test(said))
    return step('model', `The provider does not take the model (${status})`, 'Choose one that it lists.')
  return step(
    'model',
    `The provider refused the request (${status})`,
    'Compare the request below with its documentation.',
  )
}
