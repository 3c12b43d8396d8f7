import { A } from '@solidjs/router'
import FileQuestion from 'lucide-solid/icons/file-question-mark'
import ServerOff from 'lucide-solid/icons/server-off'
import { Match, Switch, type JSX } from 'solid-js'
import { useConsole } from '../store/context.ts'
import { links } from '../store/links.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Notice } from '../ui/notice.tsx'
import type { AbsenceReason } from './absence.ts'
import { useSession } from './session-view.ts'
import styles from './session.module.css'

const RosterLink = () => <A href={links.home}>All sessions</A>

/** In the place of a session that cannot be shown: why, and what to do. */
export const Absence = (props: { absence: AbsenceReason | null }): JSX.Element => {
  const { transcripts } = useConsole()
  const { ref } = useSession()
  const problem = () => (props.absence?.kind === 'failed' ? props.absence.problem : undefined)
  return (
    <div class={styles.absence}>
      <Switch>
        <Match when={props.absence?.kind === 'not-found'}>
          <EmptyState icon={<FileQuestion size={24} />} title="This session is gone" actions={<RosterLink />}>
            It was deleted, or was never on this server.
          </EmptyState>
        </Match>
        <Match when={props.absence?.kind === 'server-unknown'}>
          <EmptyState
            icon={<ServerOff size={24} />}
            title={`Server “${ref.serverId}” isn’t available`}
            actions={<RosterLink />}
            command="kilo daemon status"
          >
            It has stopped, or moved to another port. Running servers are found automatically.
          </EmptyState>
        </Match>
        <Match when={problem()}>
          {(problem) => (
            <Notice
              tone="error"
              title={`Couldn’t load the session: ${problem().message}`}
              hint={problem().hint ?? 'It is still on the server.'}
              onRetry={() => transcripts.retry(ref)}
            />
          )}
        </Match>
      </Switch>
    </div>
  )
}
