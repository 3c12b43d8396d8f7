import { createMemo, For, Show, type JSX } from 'solid-js'
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
import { createTakingBack, type TakingBack } from './create-taking-back.ts'
import { revertWhenIdle } from './revert-when-idle.ts'
import { useTakeBack, type Asked } from './take-back.ts'
import styles from './take-back.module.css'
import { undoneBy, type Undone } from './undone.ts'
import { untilIdle } from './until-idle.ts'

/** Files that are named; the rest is counted. */
const NAMED = 12

/** Says what taking back a prompt will undo, before it does. */
export const RevertDialog = (props: LayerProps): JSX.Element => {
  const takeBack = useTakeBack()
  const taking = createTaking()
  return (
    <Dialog
      open={props.open}
      onClose={taking.close}
      title={takeBack.asked()?.edit ? 'Edit and resend?' : 'Revert to here?'}
      width="medium"
      footer={<Show when={takeBack.asked()}>{(asked) => <Buttons asked={asked()} taking={taking} />}</Show>}
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
  <ul class={styles.files} role="list" aria-label="Files">
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

/** Taking back in this session, and what follows it. */
function createTaking(): TakingBack {
  const { branches, sessions } = useConsole()
  const view = useSession()
  return createTakingBack({
    dialog: useTakeBack(),
    async act({ messageId, edit }, isWanted, begin) {
      const back = takenBack(view.transcript()?.parts[messageId] ?? [], view.directory())
      const choice = choiceOfMessage(view.messages().find(({ id }) => id === messageId))
      const isDone = await revertWhenIdle({
        isBusy: view.busy,
        stop: () => sessions.stop(view.ref),
        untilIdle: () => untilIdle(view.busy),
        isWanted,
        revert: () => {
          begin()
          return branches.revert(view.ref, messageId)
        },
      })
      if (!isDone) return undefined
      if (edit) return () => queueMicrotask(() => putBack(view.ref, back, choice))
      // The button went while it had the focus: without another one no key would arrive.
      return () => setTimeout(() => focusNext(document.body, 'conversation'))
    },
    failed: (error, again) => reportFailure('Nothing was taken back', error, again),
  })
}

const Buttons = (props: { asked: Asked; taking: TakingBack }): JSX.Element => {
  const view = useSession()
  const verb = () => {
    const act = props.asked.edit ? 'edit' : 'revert'
    if (view.busy()) return `Stop and ${act}`
    return props.asked.edit ? 'Edit' : 'Revert'
  }
  return (
    <>
      <Button disabled={props.taking.isFinal()} onClick={props.taking.close}>
        Cancel
      </Button>
      <Button
        variant="danger"
        busy={props.taking.busy()}
        disabled={!view.reachable()}
        onClick={() => props.taking.run(props.asked)}
      >
        {verb()}
      </Button>
    </>
  )
}
