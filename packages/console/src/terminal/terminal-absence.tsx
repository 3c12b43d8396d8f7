import { A } from '@solidjs/router'
import SquareTerminal from 'lucide-solid/icons/square-terminal'
import { Match, Switch } from 'solid-js'
import { useConsole } from '../store/context.ts'
import { links } from '../store/links.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Notice } from '../ui/notice.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import styles from './terminal-absence.module.css'

/** In the place of a terminal that the page does not know: it is on its way, can't be asked for, or is gone. */
export function TerminalAbsence(props: { serverId: string }) {
  const { state } = useConsole()
  const server = () => state.servers[props.serverId]
  const problem = () => {
    const load = server()?.load
    return load?.status === 'failed' ? load.problem : server()?.info.problem
  }
  const isLoading = () => {
    const known = server()
    return known ? !known.complete : state.link === 'connecting'
  }

  return (
    <div class={styles.absence}>
      <Switch
        fallback={
          <EmptyState
            icon={<SquareTerminal />}
            title="This terminal is gone"
            actions={<A href={links.home}>All sessions and terminals</A>}
          >
            Its shell ended, or its server was restarted. Press T for a new one.
          </EmptyState>
        }
      >
        <Match when={server()?.load.status !== 'ready' && problem()}>
          {(known) => (
            <Notice
              tone="error"
              title={`Couldn’t show the terminal: ${known().message}`}
              hint={known().hint && `Next: ${known().hint}`}
            />
          )}
        </Match>
        <Match when={isLoading()}>
          <Skeleton rows={12} height={20} label="Loading the terminal" />
        </Match>
      </Switch>
    </div>
  )
}
