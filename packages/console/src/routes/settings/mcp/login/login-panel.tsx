import { createSignal, createUniqueId, Match, onMount, Show, Switch, type JSX } from 'solid-js'
import { announce } from '../../../../ui/announce.tsx'
import { Button } from '../../../../ui/button.tsx'
import { escapeInvisible } from '../../../../ui/escape-invisible.ts'
import { Notice } from '../../../../ui/notice.tsx'
import { Spinner } from '../../../../ui/spinner.tsx'
import type { Servers } from '../create-servers.ts'
import styles from '../mcp.module.css'
import { createLogin, type Login } from './create-login.ts'

interface LoginProps {
  name: string
  servers: Servers
  onClose: () => void
}

/** Logs in to a server: in a browser, and back by itself or with what one pastes. */
export function LoginPanel(props: LoginProps): JSX.Element {
  const { place, acts } = props.servers
  const login = createLogin(place, props.name, () => {
    announce(`Logged in to ${props.name}`)
    props.onClose()
    void acts.changed()
  })
  let panel: HTMLDivElement | undefined
  onMount(() => panel?.focus())
  return (
    <div
      ref={(element) => (panel = element)}
      class={styles.panel}
      role="group"
      aria-label={`Log in to ${props.name}`}
      tabIndex={-1}
    >
      <Step login={login} />
      <Show when={login.problem()}>
        {(problem) => (
          <Notice
            tone="error"
            title={escapeInvisible(problem())}
            onRetry={login.restart}
            retryLabel="Log in again"
          />
        )}
      </Show>
      <div class={styles.actions}>
        <Show when={login.isElsewhere()}>
          <Button onClick={() => void login.beginHere()}>Log in from this browser</Button>
        </Show>
        <Button variant="ghost" onClick={props.onClose}>
          Cancel
        </Button>
      </div>
    </div>
  )
}

/** What to do now. */
function Step(props: { login: Login }): JSX.Element {
  const { login } = props
  return (
    <Switch>
      <Match when={login.page()}>
        {(page) => (
          <>
            <p>
              <a class={styles.open} href={page().url} target="_blank" rel="noopener noreferrer">
                Open the login page
              </a>{' '}
              <span class={styles.hint}>at {page().host}, in a new tab</span>
            </p>
            <Show when={login.isAwaited()}>
              <p class={styles.waiting}>
                <Spinner /> Waiting for you to come back, up to 5 minutes.
              </p>
            </Show>
            <CodeField login={login} />
          </>
        )}
      </Match>
      <Match when={login.isElsewhere()}>
        <p>
          Kilo has opened the login page in a browser of the machine that it runs on, and waits there for 5
          minutes. Don’t you see it? Log in from this browser instead.
        </p>
      </Match>
      <Match when={!login.problem()}>
        <p class={styles.waiting}>
          <Spinner /> Asking the server where to log in.
        </p>
      </Match>
    </Switch>
  )
}

/** For a browser on another machine: it can’t come back to Kilo by itself. */
function CodeField(props: { login: Login }): JSX.Element {
  const [text, setText] = createSignal('')
  const id = createUniqueId()
  const finish = (event: SubmitEvent) => {
    event.preventDefault()
    void props.login.finish(text())
  }
  return (
    <form class={styles.code} onSubmit={finish}>
      <label for={id}>Code, or the address of the page that you came to</label>
      <p class={styles.hint} id={`${id}-hint`}>
        Needed only if that page can’t be reached or says that it failed: this browser may be on another
        machine than Kilo.
      </p>
      <div class={styles.line}>
        <input
          id={id}
          class={styles.field}
          aria-describedby={`${id}-hint`}
          autocomplete="off"
          spellcheck={false}
          value={text()}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <Button type="submit" busy={props.login.isFinishing()}>
          Finish login
        </Button>
      </div>
    </form>
  )
}
