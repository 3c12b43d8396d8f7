import type { Problem } from '../../shared/api.ts'
import { host } from '../sdk/host.ts'
import { toProblem } from '../sdk/problem.ts'

/** What became of the launch URL's ticket. `none`: the page was opened without one, with the cookie of an earlier time or none. */
export type Login = { status: 'none' | 'done' } | { status: 'refused'; problem: Problem }

/** The ticket of `#ticket=…`; the hash goes no further than this page: browsers do not send it. */
function ticketOf(hash: string): string | null {
  return new URLSearchParams(hash.replace(/^#/, '')).get('ticket')
}

/** Trades the ticket for the cookie and takes it out of the address and the history. */
export async function redeemTicket(): Promise<Login> {
  const ticket = ticketOf(location.hash)
  if (!ticket) return { status: 'none' }
  history.replaceState(history.state, '', location.pathname + location.search)
  try {
    await host.logIn(ticket)
    return { status: 'done' }
  } catch (error) {
    return { status: 'refused', problem: toProblem(error) }
  }
}
