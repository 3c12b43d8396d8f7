import { Match, Show, Switch, type JSX } from 'solid-js'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import styles from './configuration.module.css'
import type { Edit } from './create-edit.ts'
import { writeValue } from './rows.ts'
import { RunningNotice } from './running-notice.tsx'

/** What saving a changed setting would do, and the ways to do it. */
export function SavePanel(props: { name: string; edit: Edit; overruled: string | undefined }): JSX.Element {
  const { edit } = props
  return (
    <div class={styles.panel} role="group" aria-label={`Change ${props.name}`}>
      <Show when={edit.state.resets}>
        <p>It will be taken out of the file: what stands below it, or the default, is in force again.</p>
      </Show>
      <Show when={props.overruled}>{(why) => <Notice tone="warning" title={why()} />}</Show>
      <Show when={edit.state.problem}>{(problem) => <Notice tone="error" title={problem()} />}</Show>
      <Switch fallback={<Plain edit={edit} />}>
        <Match when={edit.state.conflict}>
          <Conflict edit={edit} />
        </Match>
        <Match when={!edit.isIdle()}>
          <Running edit={edit} />
        </Match>
      </Switch>
    </div>
  )
}

function Plain(props: { edit: Edit }): JSX.Element {
  return (
    <div class={styles.actions}>
      <Button variant="primary" busy={props.edit.state.isSaving} onClick={() => void props.edit.save(false)}>
        Save
      </Button>
      <Cancel edit={props.edit} />
    </div>
  )
}

const Cancel = (props: { edit: Edit }): JSX.Element => (
  <Button variant="ghost" disabled={props.edit.state.isSaving === true} onClick={props.edit.cancel}>
    Cancel
  </Button>
)

function Running(props: { edit: Edit }): JSX.Element {
  return (
    <>
      <RunningNotice running={props.edit.running()} later="Save when idle" />
      <div class={styles.actions}>
        <Button
          variant="primary"
          onClick={props.edit.saveLater}
          disabled={props.edit.state.isSaving === true}
        >
          Save when idle
        </Button>
        <Button variant="danger" busy={props.edit.state.isSaving} onClick={() => void props.edit.save(true)}>
          Stop and save
        </Button>
        <Cancel edit={props.edit} />
      </div>
    </>
  )
}

/** The file is another one than what was read: both sides, and which of them counts. */
function Conflict(props: { edit: Edit }): JSX.Element {
  const theirs = () => props.edit.state.conflict?.theirs
  const yours = () => (props.edit.state.resets ? 'nothing' : props.edit.text())
  return (
    <>
      <Notice tone="warning" title="The file was changed meanwhile. Nothing was written." />
      <dl class={styles.sides}>
        <dt>In the file now</dt>
        <dd>
          <Show when={theirs()} fallback="nothing">
            {(shown) => <code>{writeValue(shown())}</code>}
          </Show>
        </dd>
        <dt>Yours</dt>
        <dd>
          <code>{yours()}</code>
        </dd>
      </dl>
      <div class={styles.actions}>
        <Button
          variant="primary"
          busy={props.edit.state.isSaving}
          onClick={() => void props.edit.save(!props.edit.isIdle())}
        >
          {!props.edit.isIdle() ? 'Stop sessions and save yours' : 'Save yours'}
        </Button>
        <Button disabled={props.edit.state.isSaving === true} onClick={() => void props.edit.keepTheirs()}>
          Keep the file’s
        </Button>
      </div>
    </>
  )
}
