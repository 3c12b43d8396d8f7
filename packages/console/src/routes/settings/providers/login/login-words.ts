/** PURE: where one logs in, what is asked before, and why a login failed, in words. */
import type { LoginMethod, LoginPrompt } from '@kilo-console/engine/edge/provider-logins'
import { ProblemError, toProblem } from '../../../../sdk/problem.ts'
import { loginPage, type LoginPage } from '../../mcp/login/read-callback.ts'

export interface ProviderPage extends LoginPage {
  /** It comes back to this machine’s own address, where Kilo listens. */
  backTo?: string
}

/** Undefined for what nobody should type a password into. */
export function providerPage(url: string): ProviderPage | undefined {
  const page = loginPage(url)
  if (!page || !page.url.startsWith('https://')) return undefined
  const back = new URL(page.url).searchParams.get('redirect_uri') ?? ''
  const { hostname, host } = URL.canParse(back) ? new URL(back) : { hostname: '', host: '' }
  const isOwn = hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.')
  return { ...page, ...(isOwn && { backTo: host }) }
}

type Answers = Readonly<Record<string, string>>

/** What stands in a field that nobody has touched: a choice always has one. */
export const answerTo = ({ key, type, options }: LoginPrompt, answers: Answers): string =>
  answers[key] ?? (type === 'select' ? (options?.[0]?.value ?? '') : '')

/** Those that are asked after what was answered so far. */
export function askedPrompts({ prompts }: LoginMethod, answers: Answers): LoginPrompt[] {
  return prompts.reduce<LoginPrompt[]>((asked, prompt) => {
    const { when } = prompt
    const before = asked.find(({ key }) => key === when?.key)
    const isSame = before !== undefined && answerTo(before, answers) === when?.value
    return !when || isSame === (when.op === 'eq') ? [...asked, prompt] : asked
  }, [])
}

/** What is empty is left to the engine: it has a value of its own, or says that it needs one. */
export function inputsOf(method: LoginMethod, answers: Answers): Record<string, string> {
  const given = askedPrompts(method, answers).map((prompt) => [prompt.key, answerTo(prompt, answers).trim()])
  return Object.fromEntries(given.filter(([, value]) => value !== '')) as Record<string, string>
}

export function whyFailed(error: unknown): string {
  const { code, message } = toProblem(error)
  switch (code) {
    case 'ProviderAuthOauthMissing':
      return 'Kilo no longer waits for this login. Begin again.'
    case 'ProviderAuthOauthCodeMissing':
      return 'This login needs the code that its page shows.'
    case 'ProviderAuthOauthCallbackFailed':
      return 'The provider didn’t take the login, or refused it. Begin again.'
    case 'timeout':
      return `${message} Log in on its page, then finish here.`
  }
  if (message.startsWith('Unable to connect')) return 'Kilo can’t reach the provider from its machine.'
  const status = error instanceof ProblemError ? error.status : undefined
  return status === 500
    ? 'Kilo couldn’t do it: the provider may be out of reach. Its log says more.'
    : message
}
