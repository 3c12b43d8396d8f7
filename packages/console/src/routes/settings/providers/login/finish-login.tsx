import { Show, type JSX } from 'solid-js'
import { FINISH_SECONDS } from '../../../../sdk/settings/provider-logins.ts'
import { Button } from '../../../../ui/button.tsx'
import { escapeInvisible } from '../../../../ui/escape-invisible.ts'
import { Spinner } from '../../../../ui/spinner.tsx'
import { ChangeActions } from '../../change/change-actions.tsx'
import { Field } from '../form/field.tsx'
import styles from '../form/provider-form.module.css'
import type { Begun, Login } from './create-login.ts'
import own from './login.module.css'

/** Where to log in, and that it is done: only then anything is written, and what runs is stopped. */
export function FinishLogin(props: { login: Login; begun: Begun; onCancel: () => void }): JSX.Element {
  const { login } = props
  return (
    <>
      <fieldset class={styles.group}>
        <legend class={styles.heading}>Log in</legend>
        <Show when={props.begun.instructions}>
          {(text) => <p class={own.instructions}>{escapeInvisible(text())}</p>}
        </Show>
        <p>
          <a class={own.open} href={props.begun.page.url} target="_blank" rel="noopener noreferrer">
            Open the login page
          </a>{' '}
          <span class={styles.hint}>at {props.begun.page.host}, in a new tab</span>{' '}
          <Button size="small" variant="ghost" disabled={login.change.isSaving()} onClick={login.restart}>
            Begin again
          </Button>
        </p>
        <Show when={props.begun.method === 'auto' && props.begun.page.backTo}>
          {(host) => (
            <p class={styles.hint}>
              It comes back to {host()} of the machine that Kilo runs on: use a browser there, or another way
              to log in.
            </p>
          )}
        </Show>
        <Show when={props.begun.method === 'code'}>
          <Field
            label="Code, or the address of the page that you came to"
            value={login.form.code}
            problem={login.problem()}
            onInput={login.setCode}
          />
        </Show>
        <p class={styles.hint}>When you have logged in there, come back and finish here.</p>
      </fieldset>
      <Show when={login.change.isSaving()}>
        <p class={own.waiting} role="status">
          <Spinner /> Waiting for Kilo to hear of the login, up to {FINISH_SECONDS} seconds. Prompts wait as
          long.
          <Button size="small" variant="ghost" onClick={login.stopWaiting}>
            Stop waiting
          </Button>
        </p>
      </Show>
      <ChangeActions change={login.change} label="Finish login" onCancel={props.onCancel} />
    </>
  )
}
