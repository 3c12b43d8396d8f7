import { Show, type JSX } from 'solid-js'
import { COMMAND_LIST } from '../commands/command-list.ts'
import { runCommand } from '../commands/registry.ts'
import { useConsole } from '../store/context.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { printablePath, tildePath } from '../ui/path-split.ts'
import styles from './session.module.css'
import { useSession } from './session-view.ts'

/** That the session's folder cannot be worked in any longer, and what to do about it. Nothing while it can. */
export const GoneFolder = (): JSX.Element => {
  const { state } = useConsole()
  const view = useSession()
  const path = () => printablePath(tildePath(view.directory(), state.info?.home))
  return (
    <Show when={view.folder.problem()}>
      {(problem) => (
        <div class={styles.gone}>
          <Notice
            tone="warning"
            title={problem().code === 'folder-missing' ? `The folder ${path()} is gone` : problem().message}
            hint="You can still read this session. To continue, restore the folder or start a new session elsewhere."
            actions={
              <div class={styles.goneActions}>
                <Button size="small" onClick={() => void view.folder.check()}>
                  Check again
                </Button>
                <Button size="small" onClick={() => runCommand('new-session-in')}>
                  {COMMAND_LIST['new-session-in'].title}
                </Button>
              </div>
            }
          />
        </div>
      )}
    </Show>
  )
}
