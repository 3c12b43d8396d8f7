import { Show, type JSX } from 'solid-js'
import { Segments } from '../../../../ui/segments.tsx'
import type { Form } from './create-form.ts'
import { PairRows, TextField } from './fields.tsx'
import styles from './form.module.css'

const KINDS = [
  { value: 'local', title: 'A program here' },
  { value: 'remote', title: 'At an address' },
] as const

const LOGINS = [
  { value: 'browser', title: 'Browser (OAuth)' },
  { value: 'header', title: 'Headers or none' },
] as const

/** What a server is, whichever kind. */
export function ServerFields(props: { form: Form; isNew: boolean }): JSX.Element {
  const { form } = props
  return (
    <>
      <TextField
        label="Name"
        value={form.draft.name}
        disabled={!props.isNew}
        problem={form.problems().name}
        hint="Its tools are called by it: name_tool."
        onInput={(name) => form.change({ name })}
      />
      <div class={styles.row}>
        <Segments
          name="Kind"
          options={KINDS}
          value={form.draft.kind}
          onChange={(kind) => form.change({ kind })}
        />
      </div>
      <Show when={form.draft.kind === 'local'} fallback={<RemoteFields form={form} />}>
        <LocalFields form={form} />
      </Show>
      <TextField
        label="Timeout, in seconds"
        numeric
        value={form.draft.timeout}
        problem={form.problems().timeout}
        placeholder="30"
        hint="How long Kilo waits for an answer of it."
        onInput={(timeout) => form.change({ timeout })}
      />
      <label class={styles.check}>
        <input
          type="checkbox"
          checked={form.draft.enabled}
          onChange={(event) => form.change({ enabled: event.currentTarget.checked })}
        />
        Enabled
      </label>
    </>
  )
}

const REFERRING = (
  <>
    A key is better not written here: <code>{'{env:NAME}'}</code> stands for a variable of the daemon’s
    environment.
  </>
)

function LocalFields(props: { form: Form }): JSX.Element {
  const { form } = props
  return (
    <>
      <TextField
        label="Command"
        tall
        value={form.draft.command}
        problem={form.problems().command}
        placeholder="npx -y @acme/mcp-server --stdio"
        hint="The program and its arguments. Kilo starts it itself, without a shell; quotes hold words together."
        onInput={(command) => form.change({ command })}
      />
      <PairRows
        label="Environment variables"
        one="variable"
        pairs={form.draft.environment}
        problem={form.problems().environment}
        hint={REFERRING}
        onChange={(environment) => form.change({ environment })}
      />
    </>
  )
}

function RemoteFields(props: { form: Form }): JSX.Element {
  const { form } = props
  return (
    <>
      <TextField
        label="Address"
        value={form.draft.url}
        problem={form.problems().url}
        placeholder="https://mcp.example.com/mcp"
        onInput={(url) => form.change({ url })}
      />
      <PairRows
        label="Headers"
        one="header"
        pairs={form.draft.headers}
        problem={form.problems().headers}
        hint={REFERRING}
        onChange={(headers) => form.change({ headers })}
      />
      <fieldset class={styles.pairs}>
        <legend>Login</legend>
        <Segments
          name="How Kilo logs in"
          options={LOGINS}
          value={form.draft.login}
          onChange={(login) => form.change({ login })}
        />
        <Show when={form.draft.login === 'browser'}>
          <details open={form.draft.clientId !== '' || form.draft.scope !== ''}>
            <summary>Client ID, secret and scope, where it asks for them</summary>
            <div class={styles.inner}>
              <TextField
                label="Client ID"
                value={form.draft.clientId}
                hint="Of a server at which nobody can register by themselves."
                onInput={(clientId) => form.change({ clientId })}
              />
              <TextField
                label="Client secret"
                value={form.draft.clientSecret}
                problem={form.problems().clientSecret}
                onInput={(clientSecret) => form.change({ clientSecret })}
              />
              <TextField label="Scope" value={form.draft.scope} onInput={(scope) => form.change({ scope })} />
            </div>
          </details>
        </Show>
      </fieldset>
    </>
  )
}
