import Folder from 'lucide-solid/icons/folder'
import GitBranch from 'lucide-solid/icons/git-branch'
import { Show, type JSX } from 'solid-js'
import { runCommand } from '../../../commands/registry.ts'
import { useShell } from '../../../frame/shell-context.ts'
import { copyText } from '../../../ui/copy-text.ts'
import { tip } from '../../../ui/tooltip.tsx'
import { showToast } from '../../../ui/toast.ts'
import { useSession } from '../../session-view.ts'
import { shownName } from '../complete/mention.ts'
import { createBranch } from './create-branch.ts'
import styles from '../composer.module.css'

/** Where Kilo works: the folder of the session, and the branch that is checked out there. */
export const PlaceChips = (): JSX.Element => {
  const view = useSession()
  const { roster } = useShell()
  const branch = createBranch(view)
  const folder = () => shownName(roster.folderName(view.directory()))
  const copy = async (text: string) => {
    const isCopied = await copyText(text)
    showToast(
      isCopied
        ? { tone: 'info', title: `Copied ${shownName(text)}` }
        : { tone: 'error', title: 'Copying isn’t allowed here.' },
    )
  }
  return (
    <div class={styles.place}>
      <Show when={view.directory() !== ''}>
        <button
          type="button"
          class={styles.chip}
          aria-label={`Folder: ${folder()}`}
          onClick={() => runCommand('new-session-in')}
          {...tip(`${shownName(view.directory())}: start a session in another folder`)}
        >
          <Folder size={12} aria-hidden="true" />
          <span class={styles.chipName}>{folder()}</span>
        </button>
      </Show>
      <Show when={branch()}>
        {(name) => (
          <button
            type="button"
            class={styles.chip}
            aria-label={`Branch: ${shownName(name())}`}
            onClick={() => void copy(name())}
            {...tip('Copy the name of the branch')}
          >
            <GitBranch size={12} aria-hidden="true" />
            <span class={styles.chipName}>{shownName(name())}</span>
          </button>
        )}
      </Show>
    </div>
  )
}
