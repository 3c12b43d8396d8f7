import { Match, Show, Switch, type JSX } from 'solid-js'
import { Button } from '../../../../ui/button.tsx'
import { escapeInvisible } from '../../../../ui/escape-invisible.ts'
import { Notice } from '../../../../ui/notice.tsx'
import { RunningNotice } from '../running-notice.tsx'
import type { FileEdit } from './create-file-edit.ts'
import styles from './file.module.css'

/** What of a file that is another one by now is shown. */
const MOST_TEXT = 20_000

/** The ways to save what was written, and to give it up. */
export function FileActions(props: { edit: FileEdit; canSave: boolean }): JSX.Element {
  const { edit } = props
  return (
    <>
      <Show when={edit.state.theirs}>{(theirs) => <Theirs text={theirs().text} edit={edit} />}</Show>
      <Switch fallback={<Save edit={edit} canSave={props.canSave} />}>
        <Match when={edit.state.waits}>
          <Notice
            tone="info"
            title={edit.words().waits}
            hint="As long as this file is open here."
            actions={
              <Button size="small" onClick={edit.stopWaiting}>
                Cancel
              </Button>
            }
          />
        </Match>
        <Match when={props.canSave && !edit.isIdle()}>
          <RunningNotice running={edit.running()} later={edit.words().later} />
          <div class={styles.actions}>
            <Button variant="primary" disabled={edit.state.isSaving} onClick={edit.saveWhenIdle}>
              {edit.words().later}
            </Button>
            <Button variant="danger" busy={edit.state.isSaving} onClick={() => void edit.save(true)}>
              {edit.words().stop}
            </Button>
            <Discard edit={edit} />
          </div>
        </Match>
      </Switch>
    </>
  )
}

function Save(props: { edit: FileEdit; canSave: boolean }): JSX.Element {
  return (
    <div class={styles.actions}>
      <Button
        variant="primary"
        keys={props.edit.state.theirs ? undefined : 'mod+s'}
        busy={props.edit.state.isSaving}
        disabled={!props.canSave && !props.edit.state.isSaving}
        onClick={() => void props.edit.save(false)}
      >
        {props.edit.words().now}
      </Button>
      <Discard edit={props.edit} />
    </div>
  )
}

const Discard = (props: { edit: FileEdit }): JSX.Element => (
  <Show when={props.edit.isChanged() && !props.edit.state.theirs}>
    <Button variant="ghost" disabled={props.edit.state.isSaving} onClick={props.edit.discard}>
      Discard changes
    </Button>
  </Show>
)

function Theirs(props: { text: string; edit: FileEdit }): JSX.Element {
  const shown = () => (props.text.length > MOST_TEXT ? `${props.text.slice(0, MOST_TEXT)}\n…` : props.text)
  return (
    <>
      <Notice
        tone="warning"
        title="The file was changed meanwhile. Nothing was written."
        hint="Below is what is in it now; above is yours."
        actions={
          <Button size="small" onClick={props.edit.takeTheirs}>
            Take the file’s
          </Button>
        }
      />
      <pre class={styles.theirs} tabIndex={0} role="region" aria-label="In the file now">
        {escapeInvisible(shown())}
      </pre>
    </>
  )
}
