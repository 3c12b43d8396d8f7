import { useParams } from '@solidjs/router'
import { createMemo, Show, type JSX } from 'solid-js'
import { keyOf } from '../../store/session-key.ts'
import { createExpansion, ExpansionProvider } from '../../code/expansion.ts'
import { loadEngine } from '../../code/markdown/markdown.tsx'
import { useConsole } from '../../store/context.ts'
import { Absence } from '../../session/absence-view.tsx'
import { absenceOf } from '../../session/absence.ts'
import { Composer } from '../../session/composer/composer.tsx'
import { Conversation } from '../../session/conversation/conversation.tsx'
import { FileLinks } from '../../session/files/file-dialog.tsx'
import { GoneFolder } from '../../session/gone-folder.tsx'
import { HandOverDialog } from '../../session/hand-over/hand-over-dialog.tsx'
import { Header } from '../../session/header/header.tsx'
import { RequestDock } from '../../session/requests/request-dock.tsx'
import { reviewIsFull } from '../../session/review/review-state.ts'
import { Review } from '../../session/review/review.tsx'
import { createSessionView, SessionProvider } from '../../session/session-view.ts'
import { TakeBackFrame } from '../../session/take-back/take-back-frame.tsx'
import styles from '../../session/session.module.css'

// What draws texts comes beside the view, not behind its first text.
loadEngine()

/** `/servers/:serverId/sessions/:sessionId`: one session, with what it changed beside it. */
export default function Session(): JSX.Element {
  const params = useParams<{ serverId: string; sessionId: string }>()
  const key = createMemo(() => keyOf(params))
  // A view of its own for each session: nothing of the one before is left in the next.
  return (
    <Show when={key()} keyed>
      <OpenSession serverId={params.serverId} sessionId={params.sessionId} />
    </Show>
  )
}

const OpenSession = (props: { serverId: string; sessionId: string }): JSX.Element => {
  const { state } = useConsole()
  const view = createSessionView({ serverId: props.serverId, sessionId: props.sessionId })
  const absence = createMemo(() => absenceOf(state, view.ref))
  return (
    <SessionProvider value={view}>
      <ExpansionProvider value={createExpansion()}>
        <FileLinks>
          <div class={styles.layout}>
            <Show when={!absence()} fallback={<Absence absence={absence()} />}>
              <TakeBackFrame>
                <div class={styles.main} inert={reviewIsFull()}>
                  <Header />
                  <Conversation />
                  <RequestDock />
                  <GoneFolder />
                  <Composer />
                </div>
              </TakeBackFrame>
              <Review />
              <HandOverDialog />
            </Show>
          </div>
        </FileLinks>
      </ExpansionProvider>
    </SessionProvider>
  )
}
