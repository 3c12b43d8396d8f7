import { ProblemError } from '../../sdk/problem.ts'

/**
 * The engine answers 500 without a reason where there is no account, or no way to it (docs/engine.md). `needsAccount`: with another than Kilo's nobody
 * has one.
 */
export function shareProblem(error: unknown, needsAccount: boolean): unknown {
  if (!(error instanceof ProblemError) || error.status !== 500) return error
  const problem = needsAccount
    ? { message: 'Sharing needs a Kilo account and the network.', hint: 'kilo auth login' }
    : { message: 'Sharing needs the network.' }
  return new ProblemError({ code: 'not-shared', ...problem }, 500)
}

/** An address that may be shown as a link: of the web, and no other. */
export function webAddress(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined
  const { protocol, href } = new URL(url)
  return protocol === 'https:' || protocol === 'http:' ? href : undefined
}
