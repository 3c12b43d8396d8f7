import { hash, login } from './early.ts'
import '../ui/tokens.css'
import '../ui/reset.css'
import { inNewTask } from '../sdk/in-new-task.ts'
import { render } from 'solid-js/web'
import { loadPreferences } from '../ui/preferences.ts'
import { App } from './app.tsx'
import { followLaunchLinks, launchFolderOf, takeLaunchFolder } from './launch-folder.ts'

const root = document.getElementById('app')
if (root) {
  // Before the first paint, or the system's theme would flash.
  loadPreferences(location.search)
  // Before anything else asks for data: the login comes from the ticket.
  const outcome = await login.then(inNewTask)
  if (outcome.status === 'done') takeLaunchFolder(launchFolderOf(hash))
  followLaunchLinks()
  render(() => <App login={outcome} />, root)
}
