import '../ui/tokens.css'
import '../ui/reset.css'
import { render } from 'solid-js/web'
import { App } from './app.tsx'
import { redeemTicket } from './ticket.ts'

const root = document.getElementById('app')
if (root) {
  // Before anything else asks for data: the cookie comes from the ticket.
  const login = await redeemTicket()
  render(() => <App login={login} />, root)
}
