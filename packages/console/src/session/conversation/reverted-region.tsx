import Undo from 'lucide-solid/icons/undo-2'
import { createSignal, For, Show, type JSX } from 'solid-js'
import { useConsole } from '../../store/context.ts'
import { Button } from '../../ui/button.tsx'
import type { PartProps } from '../../ui/create-part.tsx'
import { formatPlural } from '../../ui/format.ts'
import { oneLine } from '../../frame/entry-text.ts'
import { reportFailure } from '../../frame/report-failure.ts'
import type { Reverted } from '../reverted.ts'
import { useSession } from '../session-view.ts'
import styles from './reverted.module.css'
import { promptTextOf } from './rows.ts'

/** Prompts that are named; the rest is counted. */
const NAMED = 3

const filesText = ({ files, filesRestored }: Reverted): string => {
  if (!filesRestored) return 'Files were not rolled back: this project keeps no snapshots.'
  if (files === 0) return 'No files had changed.'
  return `${formatPlural(files, 'file')} rolled back.`
}

/** In the place of messages that were taken back: what they were, and the way to have them again. */
export const RevertedRegion = (props: PartProps & { reverted: Reverted }): JSX.Element => {
  const { branches, can } = useConsole()
  const view = useSession()
  const [restoring, setRestoring] = createSignal(false)
  const restore = async () => {
    setRestoring(true)
    try {
      await branches.restore(view.ref)
    } catch (error) {
      reportFailure('The messages were not restored', error, () => void restore())
    } finally {
      setRestoring(false)
    }
  }
  const prompts = () =>
    props.reverted.messages.flatMap(({ id, role }) => {
      const text = role === 'user' ? promptTextOf(view.transcript()?.parts[id] ?? []) : ''
      return text === '' ? [] : [oneLine(text)]
    })
  return (
    <section class={styles.region} role="region" aria-label="Reverted">
      <Undo size={16} class={styles.icon ?? ''} aria-hidden="true" />
      <div class={styles.text}>
        <p class={styles.title}>{formatPlural(props.reverted.messages.length, 'message')} reverted</p>
        <p>{filesText(props.reverted)} Your next prompt deletes the messages for good.</p>
        <Show when={prompts().length > 0}>
          <ul class={styles.prompts}>
            <For each={prompts().slice(0, NAMED)}>{(text) => <li dir="auto">{text}</li>}</For>
            <Show when={prompts().length > NAMED}>
              <li>and {formatPlural(prompts().length - NAMED, 'more prompt')}</li>
            </Show>
          </ul>
        </Show>
      </div>
      <Show when={can(view.ref.serverId, 'revert')}>
        <Button
          size="small"
          busy={restoring()}
          disabled={view.busy() || !view.reachable()}
          onClick={() => void restore()}
        >
          Restore
        </Button>
      </Show>
    </section>
  )
}
