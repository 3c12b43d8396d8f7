/**
 * What the address needs is asked for before anything else of the app runs: the answers are on their way while the browser works through the rest.
 * Imported first, and imports little.
 */
import { basePath } from '../sdk/base.ts'
import { openEarly } from '../sdk/opening.ts'
import { redeemTicket } from './ticket.ts'

/** Of the address as it was opened: a ticket is taken out of it. */
export const { hash } = location

export const login = redeemTicket().then((outcome) => {
  openEarly(location.pathname.slice(basePath().length))
  return outcome
})
