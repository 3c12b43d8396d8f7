import type { AssistantMessage } from '@kilocode/sdk/v2/client'

/** Why an answer ended early, for a person. */
export interface Failure {
  tone: 'error' | 'warning' | 'info'
  /** What happened. */
  title: string
  /** What to do next. */
  hint: string
  /** Sending the prompt again can help. */
  retryable: boolean
  /** It was stopped in the middle, and can go on from there. */
  resumes?: true
}

/** What a notice's button says where nothing else is meant. */
const RETRY = 'Try again'

type MessageError = NonNullable<AssistantMessage['error']>

/** What is to be run about it, on the engine that failed. */
export interface EngineCommands {
  login: string
  /** What tells more; absent where nobody here knows. */
  logs?: string
}

function statusFailure(
  status: number | undefined,
  provider: string,
  { login }: EngineCommands,
): Pick<Failure, 'title' | 'hint'> | undefined {
  if (status === undefined) return undefined
  if (status === 401 || status === 403)
    return {
      title: `${provider} refused the credentials (${status})`,
      hint: `Log in to the provider with \`${login}\`, or choose another model, then try again.`,
    }
  if (status === 402)
    return {
      title: `${provider} requires payment (402)`,
      hint: 'Top up the account, or choose another model.',
    }
  if (status === 404)
    return {
      title: `${provider} doesn’t have this model (404)`,
      hint: 'Choose another model, then try again.',
    }
  if (status === 429)
    return {
      title: `${provider}’s rate limit is reached (429)`,
      hint: 'Wait a moment and try again, or choose another model.',
    }
  if (status >= 500)
    return { title: `${provider} failed (${status})`, hint: 'This is usually temporary. Try again.' }
  return undefined
}

/** What the provider said, without the markup of an error page or the places in the engine's code, and cut to a paragraph. */
function saidBy(error: MessageError): string {
  const message = 'message' in error.data && typeof error.data.message === 'string' ? error.data.message : ''
  const plain = message
    .replace(/\n\s+at [^]*/, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
  return plain.length > 400 ? `${plain.slice(0, 400)}…` : plain
}

function withSaid(hint: string, said: string): string {
  return said === '' ? hint : `${said}${/[.!?…]$/.test(said) ? '' : '.'} ${hint}`
}

type Words = Pick<Failure, 'title' | 'hint'>

/** Errors of which all that differs is the words. */
function wordsOf(error: MessageError, provider: string, commands: EngineCommands): Words {
  switch (error.name) {
    case 'ProviderAuthError':
      return {
        title: `${error.data.providerID} requires a login`,
        hint: `Log in with \`${commands.login}\`, or choose another model, then try again.`,
      }
    case 'ContextOverflowError':
      return {
        title: 'The conversation exceeds the model’s context',
        hint: 'Start a new session, or choose a model with a larger context.',
      }
    case 'ContentFilterError':
      return {
        title: `${provider} withheld the answer`,
        hint: 'Rephrase the prompt, or choose another model.',
      }
    case 'StructuredOutputError':
      return {
        title: 'The model’s answer is not in the requested format',
        hint: 'Try again, or choose another model.',
      }
    case 'APIError':
      return (
        statusFailure(error.data.statusCode, provider, commands) ?? {
          title: `${provider} could not answer`,
          hint: 'Try again, or choose another model.',
        }
      )
    case 'UnknownError':
    case 'MessageAbortedError':
    case 'MessageOutputLengthError':
      return {
        title: 'Kilo could not finish',
        hint: commands.logs === undefined ? 'Try again.' : `Try again; \`${commands.logs}\` says more.`,
      }
  }
}

/** `provider` is the id of the one that was asked. `goOn`: what the button says that goes on after a stop. */
export function failureOf(
  error: MessageError,
  provider: string,
  commands: EngineCommands,
  goOn = RETRY,
): Failure {
  if (error.name === 'MessageAbortedError')
    return {
      tone: 'info',
      title: 'Stopped',
      hint: `Write what to do instead, or ${goOn.toLowerCase()}.`,
      retryable: true,
      resumes: true,
    }
  if (error.name === 'MessageOutputLengthError')
    return {
      tone: 'warning',
      title: 'The answer reached the model’s output limit',
      hint: 'Write “continue” to get the rest.',
      retryable: false,
    }
  const { title, hint } = wordsOf(error, provider, commands)
  return { tone: 'error', title, hint: withSaid(hint, saidBy(error)), retryable: true }
}
