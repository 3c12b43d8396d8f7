/** PURE: why a provider did not tell its models, in words that say what to change. */
import type { Problem } from '../../shared/api.ts'

/** Undefined: it is an answer that can be read. */
export function answerProblem(
  status: number,
  location: string | undefined,
  { host, pathname }: URL,
): Problem | undefined {
  if (status >= 200 && status <= 299) return undefined
  if (status >= 300 && status <= 399)
    return {
      code: 'redirect',
      message: `${host} sends elsewhere${placeOf(location)}. The console follows nobody with a key.`,
      hint: 'Write the address that it sends to, if you trust it.',
    }
  switch (status) {
    case 401:
    case 403:
      return { code: 'key', message: `${host} does not take this key (${status}).`, hint: 'Check the key.' }
    case 404:
    case 405:
      return {
        code: 'path',
        message: `${host} has nothing at ${pathname} (${status}).`,
        hint: 'Most addresses end in /v1. Models can be written by hand as well.',
      }
    case 429:
      return {
        code: 'limited',
        message: `${host} has had too many requests (429).`,
        hint: 'Try again later.',
      }
    default:
      return { code: 'failed', message: `${host} has answered ${status}.` }
  }
}

const placeOf = (location: string | undefined): string => {
  const url = location !== undefined && URL.canParse(location) ? new URL(location) : undefined
  return url ? `, to ${url.host}` : ''
}

export const strangeAnswer = (what: string): Problem => ({
  code: 'strange',
  message: `The server ${what}.`,
  hint: 'Is this the address of an OpenAI-compatible server? Models can be written by hand as well.',
})

/** @param error as Node throws it. */
export function connectionProblem(error: unknown, { host, hostname }: URL): Problem {
  const { code = '', name = '' } = error as Partial<NodeJS.ErrnoException>
  if (name === 'AbortError' || name === 'TimeoutError' || code === 'ETIMEDOUT')
    return { code: 'timeout', message: `${host} did not answer in time.` }
  switch (code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EAI_NODATA':
      return {
        code: 'dns',
        message: `There is no host called ${hostname}, or no name server to ask.`,
        hint: 'Check how it is written.',
      }
    case 'ECONNREFUSED':
      return { code: 'refused', message: `Nobody listens at ${host}.`, hint: 'Is the server running?' }
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return { code: 'unreachable', message: `${hostname} can’t be reached from here.` }
    case 'TOO_MUCH':
      return strangeAnswer('has answered more than a list of models')
    case 'EPROTO':
    case 'ERR_SSL_WRONG_VERSION_NUMBER':
    case 'ERR_SSL_PACKET_LENGTH_TOO_LONG':
      return {
        code: 'tls',
        message: `${host} does not speak https.`,
        hint: 'If it is on your own machine, write http:// in its place.',
      }
  }
  if (/CERT|SELF_SIGNED|ISSUER|LEAF_SIGNATURE|ALTNAME|^ERR_TLS/.test(code))
    return {
      code: 'tls',
      message: `The certificate of ${host} is not to be trusted here (${code}).`,
      hint: 'Kilo would refuse it too. NODE_EXTRA_CA_CERTS names further authorities.',
    }
  return { code: 'broken', message: `The connection to ${host} broke off before it had answered.` }
}
