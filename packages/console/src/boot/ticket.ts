import { host } from '../sdk/host.ts'
import { toProblem } from '../sdk/problem.ts'
import type { Login } from '../store/types.ts'

/** The ticket of `#ticket=…`; the hash goes no further than this page: browsers do not send it. */
function ticketOf(hash: string): string | null {
  return new URLSearchParams(hash.replace(/^#/, '')).get('ticket')
}

/** Trades the ticket for a login and takes it out of the address and the history. */
export async function redeemTicket(): Promise<Login> {
  const ticket = ticketOf(location.hash)
  if (!ticket) return { status: 'none' }
  history.replaceState(history.state, '', location.pathname + location.search)
  try {
    return { status: 'done', info: await host.logIn(ticket) }
  } catch (error) {
    return { status: 'refused', problem: toProblem(error) }
  }
}
