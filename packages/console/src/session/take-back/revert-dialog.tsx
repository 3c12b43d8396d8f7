import { createMemo, createSignal, For, Show, type JSX } from 'solid-js'
import { useConsole } from '../../store/context.ts'
import { Button } from '../../ui/button.tsx'
import type { LayerProps } from '../../ui/create-layer.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { formatPlural } from '../../ui/format.ts'
import { Notice } from '../../ui/notice.tsx'
import { PathText } from '../../ui/path-text.tsx'
import { reportFailure } from '../../frame/report-failure.ts'
import { putBack } from '../composer/draft/put-back.ts'
import { takenBack } from '../composer/draft/taken-back.ts'
import { choiceOfMessage } from '../composer/prompt-choice.ts'
import { ChangeCount } from '../review/change-count.tsx'
import { focusNext } from '../requests/focus-next.ts'
import { useSession } from '../session-view.ts'
import { useTakeBack, type Asked } from './take-back.ts'
import styles from './take-back.module.css'
import { revertWhenIdle } from './revert-when-idle.ts'
import { undoneBy, type Undone } from './undone.ts'
import { untilIdle } from './until-idle.ts'

/** Files that are named; the rest is counted. */
const NAMED = 12

/** Says what taking back a prompt will undo, before it does. */
export const RevertDialog = (props: LayerProps): JSX.Element => {
  const takeBack = useTakeBack()
  return (
    <Dialog
      open={props.open}
      onClose={() => takeBack.ask(undefined)}
      title={takeBack.asked()?.edit ? 'Edit and resend?' : 'Revert to here?'}
      width="medium"
      footer={<Show when={takeBack.asked()}>{(asked) => <Buttons asked={asked()} />}</Show>}
    >
      <Show when={takeBack.asked()}>{(asked) => <Effects asked={asked()} />}</Show>
    </Dialog>
  )
}

const messagesText = ({ prompts, answers }: Undone): string =>
  `${formatPlural(prompts, 'prompt')} and ${formatPlural(answers, 'reply', 'replies')}`

const Effects = (props: { asked: Asked }): JSX.Element => {
  const view = useSession()
  const undone = createMemo(() =>
    undoneBy(view.messages(), (id) => view.transcript()?.parts[id] ?? [], props.asked.messageId),
  )
  return (
    <div class={styles.effects}>
      <p>
        This takes back {messagesText(undone())}
        {props.asked.edit ? ', and puts the prompt into the box below, to be changed and sent again.' : '.'}
      </p>
      <Show
        when={undone().restoresFiles}
        fallback={<p>Files stay as they are: this project keeps no snapshots.</p>}
      >
        <Show when={undone().files.length > 0} fallback={<p>No files were changed.</p>}>
          <p>{formatPlural(undone().files.length, 'file')} will be as before the prompt:</p>
          <Files undone={undone()} />
          <p class={styles.note}>What was changed in them since, by hand too, goes as well.</p>
        </Show>
      </Show>
      <p class={styles.note}>“Restore” brings all of it back, until the next prompt is sent.</p>
      <Show when={view.busy()}>
        <Notice tone="warning" title="Kilo is working" hint="It has to be stopped first." />
      </Show>
    </div>
  )
}

const Files = (props: { undone: Undone }): JSX.Element => (
  <ul class={styles.files} aria-label="Files">
    <For each={props.undone.files.slice(0, NAMED)}>
      {(file) => (
        <li class={styles.file}>
          <PathText path={file.name} code />
          <ChangeCount additions={file.additions} deletions={file.deletions} />
        </li>
      )}
    </For>
    <Show when={props.undone.files.length > NAMED}>
      <li>and {formatPlural(props.undone.files.length - NAMED, 'more file')}</li>
    </Show>
  </ul>
)

const Buttons = (props: { asked: Asked }): JSX.Element => {
  const { branches, sessions } = useConsole()
  const view = useSession()
  const takeBack = useTakeBack()
  const [running, setRunning] = createSignal(false)
  const revert = async (asked: Asked) => {
    const { messageId, edit } = asked
    const back = takenBack(view.transcript()?.parts[messageId] ?? [], view.directory())
    const choice = choiceOfMessage(view.messages().find(({ id }) => id === messageId))
    setRunning(true)
    try {
      const isDone = await revertWhenIdle({
        isBusy: view.busy,
        stop: () => sessions.stop(view.ref),
        untilIdle: () => untilIdle(view.busy),
        isWanted: () => takeBack.asked() === asked,
        revert: () => branches.revert(view.ref, messageId),
      })
      if (!isDone) return
      takeBack.ask(undefined)
      if (edit) queueMicrotask(() => putBack(view.ref, back, choice))
      // The button went while it had the focus: without another one no key would arrive.
      else setTimeout(() => focusNext(document.body, 'conversation'))
    } catch (error) {
      takeBack.ask(undefined)
      // Once more with what it would undo by then.
      reportFailure('Nothing was taken back', error, () => takeBack.ask(asked))
    } finally {
      setRunning(false)
    }
  }
  const verb = () => {
    const act = props.asked.edit ? 'edit' : 'revert'
    if (view.busy()) return `Stop and ${act}`
    return props.asked.edit ? 'Edit' : 'Revert'
  }
  return (
    <>
      <Button onClick={() => takeBack.ask(undefined)}>Cancel</Button>
      <Button
        variant="danger"
        busy={running()}
        disabled={!view.reachable()}
        onClick={() => void revert(props.asked)}
      >
        {verb()}
      </Button>
    </>
  )
}
