import KeyRound from 'lucide-solid/icons/key-round'
import { Show, type JSX } from 'solid-js'
import type { Login } from '../store/types.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import styles from './shell.module.css'

/** The whole page for somebody without a valid login. There is no form: the command in the owner's shell is the key. */
export function LoggedOut(props: { login: Login }): JSX.Element {
  return (
    <main class={styles.alone}>
      <VisuallyHidden>
        <h1>Kilo Console</h1>
      </VisuallyHidden>
      <EmptyState icon={<KeyRound />} title="Open the console again" command="kilo console">
        <Show
          when={props.login.status === 'refused' && props.login}
          fallback={
            <>
              {props.login.status === 'outdated'
                ? 'This version needs one new login.'
                : 'This browser is not logged in.'}{' '}
              Run this command on the machine where Kilo runs. It opens this page with a new link.
            </>
          }
        >
          {(refused) => (
            <>
              {refused().problem.message} A launch link works once, for one minute. Run the command again for
              a new one.
            </>
          )}
        </Show>
      </EmptyState>
    </main>
  )
}
