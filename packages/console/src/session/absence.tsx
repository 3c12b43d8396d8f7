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
            It was deleted, or it never was on this server.
          </EmptyState>
        </Match>
        <Match when={props.absence?.kind === 'server-unknown'}>
          <EmptyState
            icon={<ServerOff size={24} />}
            title={`There is no server “${ref.serverId}” now`}
            actions={<RosterLink />}
            command="kilo daemon status"
          >
            It has ended, or its port was another one. What runs is found by itself.
          </EmptyState>
        </Match>
        <Match when={problem()}>
          {(problem) => (
            <Notice
              tone="error"
              title={`The session could not be loaded: ${problem().message}`}
              hint={problem().hint ?? 'It is still on the server.'}
              onRetry={() => transcripts.retry(ref)}
            />
          )}
        </Match>
      </Switch>
    </div>
  )
}
