import { DAEMON_ID } from '../../shared/api.ts'
import { rememberFolder } from '../store/folder-choice.ts'

/** The folder of `#ticket=…&folder=…`: where `kilo console` was run. */
export function launchFolderOf(hash: string): string | null {
  return new URLSearchParams(hash.replace(/^#/, '')).get('folder')
}

/**
 * This tab starts sessions there from now on. Only for a link whose ticket was taken: a page elsewhere may link to us with any folder.
 */
export function takeLaunchFolder(folder: string | null): void {
  if (folder) rememberFolder({ serverId: DAEMON_ID, directory: folder })
}

/** A launch link that is pasted into a tab of the console changes its hash alone, which loads nothing. */
export function followLaunchLinks(): void {
  addEventListener('hashchange', () => {
    if (new URLSearchParams(location.hash.slice(1)).has('ticket')) location.reload()
  })
}
