import { A, useNavigate } from '@solidjs/router'
import { createUniqueId, Match, Show, Suspense, Switch, type JSX } from 'solid-js'
import { createTitle } from '../../frame/create-title.ts'
import { nameServer, titleOfSession } from '../../frame/entry-text.ts'
import { useShell } from '../../frame/shell-context.ts'
import { choiceIn } from '../../session/composer/choice-in.ts'
import { PermissionAsk } from '../../session/requests/permission-ask.tsx'
import { asksOf } from '../../session/tools/registry/registry.ts'
import { QuestionAsk } from '../../session/requests/question-ask.tsx'
import { isOrdinary, wordsOf } from '../../session/requests/question-words.ts'
import { useConsole } from '../../store/context.ts'
import { links } from '../../store/links.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { showToast } from '../../ui/toast.ts'
import { StateIcon } from '../../ui/state-icon.tsx'
import { reportUnsent } from '../report-unsent.ts'
import type { Decision } from './decisions-of.ts'
import styles from './decisions.module.css'

/** One request with who asks, and all that the session's own card shows. */
export function DecisionCard(props: { decision: Decision }): JSX.Element {
  const { state } = useConsole()
  const { roster } = useShell()
  const id = createUniqueId()
  const server = () => state.servers[props.decision.serverId]
  const root = () => server()?.sessions[props.decision.rootId]
  const title = createTitle(props.decision.serverId, root)
  const directory = () => props.decision.by?.directory ?? props.decision.request.directory
  const where = () => {
    const info = server()?.info
    const folder = roster.folderName(directory())
    return roster.manyServers() && info ? `${folder} · ${nameServer(info)}` : folder
  }
  return (
    <article class={styles.card} aria-labelledby={id}>
      <header class={styles.cardHead}>
        <StateIcon activity={props.decision.kind} />
        <A
          id={id}
          class={styles.session}
          dir="auto"
          href={links.session(props.decision.serverId, props.decision.rootId)}
        >
          {title()}
        </A>
        <span class={styles.where}>{where()}</span>
      </header>
      {/* What a request needs to be shown comes by itself: no other card waits for it. */}
      <Suspense fallback={<Skeleton rows={1} height={80} label="Loading the request" />}>
        <Asked decision={props.decision} directory={directory()} />
      </Suspense>
    </article>
  )
}

/** The request itself, with all that answers it, and which subagent asks if one does. */
export function Asked(props: { decision: Decision; directory: string }): JSX.Element {
  const { state, sessions } = useConsole()
  const navigate = useNavigate()
  const reachable = () =>
    state.link === 'connected' && state.servers[props.decision.serverId]?.info.health === 'healthy'
  const permission = () => (props.decision.kind === 'permission' ? props.decision.request : undefined)
  const question = () => (props.decision.kind === 'question' ? props.decision.request : undefined)
  const subagent = () =>
    props.decision.by && props.decision.by.id !== props.decision.rootId ? props.decision.by : undefined
  const deliver = async (words: string) => {
    const { serverId, rootId } = props.decision
    const ref = { serverId, sessionId: rootId }
    const problem = await sessions.prompt(ref, words, choiceIn(state.servers[serverId], ref))
    // The session is hardly open, and the card is gone.
    if (problem)
      reportUnsent('Couldn’t send your words', problem, () => navigate(links.session(serverId, rootId)))
  }
  // The tray stays: other decisions may wait in it.
  const offer = (sessionId: string) => {
    const open = () => navigate(links.session(serverId, sessionId))
    const { serverId } = props.decision
    showToast({
      tone: 'info',
      title: 'A new session carries out the plan',
      action: { title: 'Open', run: open },
    })
  }
  return (
    <>
      <Show when={subagent()}>
        {(by) => <p class={styles.by}>Its subagent “{titleOfSession(by())}” asks:</p>}
      </Show>
      <Switch>
        <Match when={permission()}>
          {(request) => (
            <>
              <p class={styles.asks}>
                Kilo {asksOf(request().permission)}
                <span class={styles.kind}>{request().permission}</span>
              </p>
              <PermissionAsk
                serverId={props.decision.serverId}
                request={request()}
                directory={props.directory}
                reachable={reachable()}
                onWords={(words) => void deliver(words)}
                keyless
                elsewhere={<span class={styles.where}>Loading the details…</span>}
              />
            </>
          )}
        </Match>
        <Match when={question()}>
          {(request) => (
            <>
              <Show when={!isOrdinary(request())}>
                <p class={styles.asks}>{wordsOf(request()).title}</p>
              </Show>
              <QuestionAsk
                serverId={props.decision.serverId}
                request={request()}
                directory={props.directory}
                reachable={reachable()}
                onBegun={offer}
              />
            </>
          )}
        </Match>
      </Switch>
    </>
  )
}
