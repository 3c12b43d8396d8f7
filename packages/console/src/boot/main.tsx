import '../ui/tokens.css'
import '../ui/reset.css'
import { render } from 'solid-js/web'
import { loadPreferences } from '../ui/preferences.ts'
import { basePath } from '../sdk/base.ts'
import { openEarly } from '../sdk/opening.ts'
import { App } from './app.tsx'
import { followLaunchLinks, launchFolderOf, takeLaunchFolder } from './launch-folder.ts'
import { redeemTicket } from './ticket.ts'

const root = document.getElementById('app')
if (root) {
  // Before the first paint, or the system's theme would flash.
  loadPreferences(location.search)
  // Before anything else asks for data: the login comes from the ticket.
  const folder = launchFolderOf(location.hash)
  const login = await redeemTicket()
  openEarly(location.pathname.slice(basePath().length))
  if (login.status === 'done') takeLaunchFolder(folder)
  followLaunchLinks()
  render(() => <App login={login} />, root)
}
