import Pencil from 'lucide-solid/icons/pencil'
import X from 'lucide-solid/icons/x'
import { createSignal, For, Show, type JSX } from 'solid-js'
import { useConsole } from '../../../store/context.ts'
import { formatPlural } from '../../../ui/format.ts'
import { IconButton } from '../../../ui/icon-button.tsx'
import { showToast } from '../../../ui/toast.ts'
import { reportFailure } from '../../../frame/report-failure.ts'
import { promptExtrasOf, promptTextOf } from '../../conversation/rows.ts'
import { useSession } from '../../session-view.ts'
import { shownName } from '../complete/mention.ts'
import { putBack } from '../draft/put-back.ts'
import { takenBack } from '../draft/taken-back.ts'
import { choiceOfMessage } from '../prompt-choice.ts'
import { offerBack } from './offer-back.ts'
import styles from './queue.module.css'

const LONGEST = 200

/** What `QueueList` shows. */
export const QueueListLayer = (props: { ids: readonly string[] }): JSX.Element => {
  const view = useSession()
  const { sessions } = useConsole()
  const [busy, setBusy] = createSignal<string>()
  const partsOf = (id: string) => view.transcript()?.parts[id] ?? []
  const wordsOf = (id: string) => {
    const text = promptTextOf(partsOf(id))
    return (
      shownName(text.slice(0, LONGEST).replaceAll(/\s+/g, ' ')) ||
      formatPlural(promptExtrasOf(partsOf(id)).length, 'attachment')
    )
  }

  /** What it was is read first: its parts go with it, and a second try may come when they are gone. */
  const withdraw = (id: string, edit: boolean) => {
    const message = view.messages().find((each) => each.id === id)
    const [back, choice] = [takenBack(partsOf(id), view.directory()), choiceOfMessage(message)]
    const words = wordsOf(id)
    const take = async () => {
      setBusy(id)
      try {
        const isOut = await sessions.prompts.withdraw(view.ref, id)
        if (!isOut) showToast({ tone: 'info', title: 'Kilo has already started it.' })
        else if (edit) putBack(view.ref, back, choice)
        else offerBack(words, () => putBack(view.ref, back, choice))
      } catch (error) {
        reportFailure('Couldn’t withdraw it', error, () => void take())
      } finally {
        setBusy(undefined)
      }
    }
    void take()
  }

  return (
    <Show when={props.ids.length > 0}>
      <div class={styles.queue}>
        <p class={styles.title} id="queue-title">
          {formatPlural(props.ids.length, 'prompt')} queued
        </p>
        <ul class={styles.list} role="list" aria-label="Queue" aria-describedby="queue-title">
          <For each={props.ids}>
            {(id) => (
              <li class={styles.item} aria-busy={busy() === id}>
                <span class={styles.text} dir="auto">
                  {wordsOf(id)}
                </span>
                <IconButton
                  name="Edit"
                  size="small"
                  disabled={busy() === id}
                  onClick={() => withdraw(id, true)}
                >
                  <Pencil size={14} />
                </IconButton>
                <IconButton
                  name="Withdraw"
                  size="small"
                  disabled={busy() === id}
                  onClick={() => withdraw(id, false)}
                >
                  <X size={14} />
                </IconButton>
              </li>
            )}
          </For>
        </ul>
      </div>
    </Show>
  )
}
