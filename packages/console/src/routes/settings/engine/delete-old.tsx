import type { Retention } from '@kilo-console/engine/edge/upkeep'
import { createResource, createSignal, For, Show, type JSX } from 'solid-js'
import { toProblem } from '../../../sdk/problem.ts'
import { sessionPage, type SessionPage } from '../../../sdk/session-page.ts'
import { deleteOldSessions } from '../../../sdk/settings/upkeep.ts'
import type { ConfigurationPlace } from '../../../store/actions/configuration.ts'
import { announce } from '../../../ui/announce.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { escapeInvisible } from '../../../ui/escape-invisible.ts'
import { formatPlural } from '../../../ui/format.ts'
import { Notice } from '../../../ui/notice.tsx'
import { settled } from '../../../ui/settled.ts'
import type { Read } from '../create-read.ts'
import styles from './engine.module.css'

const DAY_MS = 86_400_000
const MOST = 100
const SHOWN = 5

interface DeleteOldProps {
  days: number
  place: ConfigurationPlace
  read: Read<Retention>
  onClose: () => void
}

/** Asks before old sessions go, and names them. */
export const DeleteOld = (props: DeleteOldProps & { open: boolean }): JSX.Element => (
  <Dialog open={props.open} onClose={props.onClose} title="Delete old sessions" width="medium">
    <Show when={props.open}>
      <Confirm {...props} />
    </Show>
  </Dialog>
)

function Confirm(props: DeleteOldProps): JSX.Element {
  const [old, { refetch }] = createResource(() =>
    sessionPage(props.place.serverId, {
      search: '',
      cursor: Date.now() - props.days * DAY_MS,
      limit: MOST,
      archived: true,
      roots: true,
    }),
  )
  const [isBusy, setBusy] = createSignal(false)
  const [problem, setProblem] = createSignal<string>()
  const remove = async () => {
    setBusy(true)
    setProblem(undefined)
    try {
      const { last } = await deleteOldSessions(props.place)
      await props.read.refresh()
      announce(`${formatPlural(last?.deleted ?? 0, 'session')} deleted`)
      props.onClose()
    } catch (error) {
      setProblem(toProblem(error).message)
    } finally {
      setBusy(false)
    }
  }
  return (
    <div class={styles.fields}>
      <Show when={old.state === 'errored'}>
        <Notice tone="error" title="Couldn’t look for them" onRetry={() => void refetch()} />
      </Show>
      <Show when={settled(old)} fallback={<p class={styles.quiet}>Looking for them.</p>}>
        {(page) => <Found page={page()} days={props.days} />}
      </Show>
      <Show when={problem()}>
        {(text) => <Notice tone="error" title={`They may still be there: ${text()}`} />}
      </Show>
      <div class={styles.buttons}>
        <Button variant="ghost" onClick={() => props.onClose()}>
          Cancel
        </Button>
        <Button
          variant="danger"
          busy={isBusy()}
          disabled={!settled(old)?.sessions.length}
          onClick={() => void remove()}
        >
          Delete for good
        </Button>
      </div>
    </div>
  )
}

function Found(props: { page: SessionPage; days: number }): JSX.Element {
  const count = () => props.page.sessions.length
  const hidden = () => count() - SHOWN
  return (
    <Show
      when={count() > 0}
      fallback={<p>No session has been left alone for {formatPlural(props.days, 'day')}.</p>}
    >
      <p>
        {props.page.next === null ? '' : 'More than '}
        {formatPlural(count(), 'session')} with all that was said, and with their subagents. Those at work
        stay. Nobody can bring back the others.
      </p>
      <ul>
        <For each={props.page.sessions.slice(0, SHOWN)}>
          {({ title }) => <li>{escapeInvisible(title) || 'Untitled'}</li>}
        </For>
        <Show when={hidden() > 0}>
          <li class={styles.quiet}>and {hidden()} more</li>
        </Show>
      </ul>
    </Show>
  )
}
