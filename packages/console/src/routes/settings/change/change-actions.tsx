import { Show, type JSX } from 'solid-js'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { RunningNotice } from '../configuration/running-notice.tsx'
import styles from './change-actions.module.css'
import type { Change } from './create-change.ts'
import { focusWrong } from './form-focus.ts'

/** Saves what a form holds: says whose work that ends, what kept it from being saved, and what stands in its file by now. */
export function ChangeActions(props: {
  change: Change
  /** Of the button, where nobody works: "Add provider". */
  label: string
  disabled?: boolean
  onCancel: () => void
}): JSX.Element {
  const { change } = props
  const isBlocked = () => props.disabled === true || change.isSaving()
  /** What is wrong is told by then. */
  const pressed = (save: () => unknown) => (event: { currentTarget: HTMLButtonElement }) => {
    void save()
    focusWrong(event.currentTarget.form)
  }
  const verb = () => (change.conflict() ? 'Save yours' : props.label)
  return (
    <div class={styles.actions}>
      <Show when={change.problem()}>{(problem) => <Notice tone="error" title={problem()} />}</Show>
      <Show when={change.conflict()}>
        <Notice
          tone="warning"
          title="The file was changed meanwhile. Nothing was written."
          hint="“Save yours” writes only what you have changed here over it."
        />
      </Show>
      <Show when={!change.isIdle()}>
        <RunningNotice running={change.running()} later="Save when idle" />
      </Show>
      <div class={styles.buttons}>
        <Show
          when={change.isIdle()}
          fallback={
            <>
              <Show when={!change.conflict()}>
                <Button variant="primary" disabled={isBlocked()} onClick={pressed(change.saveLater)}>
                  Save when idle
                </Button>
              </Show>
              <Button
                variant="danger"
                busy={change.isSaving()}
                disabled={props.disabled === true}
                onClick={pressed(() => change.save(true))}
              >
                {change.conflict() ? 'Stop sessions and save yours' : 'Stop and save'}
              </Button>
            </>
          }
        >
          <Button
            type="submit"
            variant="primary"
            busy={change.isSaving()}
            disabled={props.disabled === true}
            onClick={pressed(() => change.save(false))}
          >
            {verb()}
          </Button>
        </Show>
        <Button variant="ghost" disabled={change.isSaving()} onClick={props.onCancel}>
          Cancel
        </Button>
      </div>
    </div>
  )
}
