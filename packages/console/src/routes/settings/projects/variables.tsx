import { createSignal, createUniqueId, For, Show, type JSX } from 'solid-js'
import { wrongName, wrongValue, type EnvironmentChange } from '../../../../shared/terminal-environment.ts'
import { toProblem } from '../../../sdk/problem.ts'
import { settingsHost } from '../../../sdk/settings/settings-host.ts'
import type { Problem } from '../../../../shared/api.ts'
import { announce } from '../../../ui/announce.tsx'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { createRead } from '../create-read.ts'
import styles from './projects.module.css'

interface Place {
  serverId: string
  directory: string
}

/** What terminals get into their environment. What is in a variable goes to the host once, and never comes back. */
export function Variables(props: { place: Place; isDown: boolean; isProject: boolean }): JSX.Element {
  const place = { ...props.place, scope: 'project' as const }
  const read = createRead(
    () => place,
    ({ serverId, directory }) => settingsHost.terminalEnvironment(serverId, directory),
  )
  const [problem, setProblem] = createSignal<Problem>()
  const [isSaving, setSaving] = createSignal(false)
  async function save(change: EnvironmentChange): Promise<boolean> {
    setSaving(true)
    setProblem(undefined)
    try {
      await settingsHost.changeTerminalEnvironment(place.serverId, place.directory, change)
      announce(change.value === null ? `${change.name} removed` : `${change.name} set`)
      await read.refresh()
      return true
    } catch (error) {
      setProblem(toProblem(error))
      return false
    } finally {
      setSaving(false)
    }
  }
  const names = () => read.value()?.names ?? []
  const isLocked = () => props.isDown || isSaving() || !read.value()
  return (
    <section class={styles.section} role="region" aria-label="Environment of terminals">
      <h3 class={styles.heading}>Environment of terminals</h3>
      <p class={styles.quiet}>
        Variables that every new terminal of this {props.isProject ? 'project' : 'folder'} gets, opened from
        any browser; a terminal that runs keeps what it has. What is in them stays on this machine, and is not
        shown again. Kilo’s own commands do not get them.
      </p>
      <Show when={problem() ?? read.problem()}>
        {(said) => <Notice tone="error" title={said().message} hint={said().hint} />}
      </Show>
      <Show when={names().length > 0}>
        <ul class={styles.list}>
          <For each={names()}>
            {(name) => (
              <li class={styles.variable} aria-label={name}>
                <code>{name}</code>
                <span class={styles.quiet}>set</span>
                <Button
                  size="small"
                  variant="ghost"
                  aria-label={`Remove ${name}`}
                  disabled={isLocked()}
                  onClick={() => void save({ name, value: null })}
                >
                  Remove
                </Button>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <AddForm names={names()} disabled={isLocked()} onSave={save} />
    </section>
  )
}

function AddForm(props: {
  names: readonly string[]
  disabled: boolean
  onSave: (change: EnvironmentChange) => Promise<boolean>
}): JSX.Element {
  const id = createUniqueId()
  const [name, setName] = createSignal('')
  const [value, setValue] = createSignal('')
  const wrong = () => (name() === '' ? undefined : wrongName(name())) ?? wrongValue(value())
  const isKnown = () => props.names.includes(name())
  async function submit(): Promise<void> {
    if (props.disabled || name() === '' || wrong()) return
    if (!(await props.onSave({ name: name(), value: value() }))) return
    setName('')
    setValue('')
  }
  return (
    <form
      class={styles.add}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <label class={styles.label}>
        Variable
        <input
          class={styles.field}
          value={name()}
          placeholder="API_TOKEN"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          aria-invalid={wrong() !== undefined}
          aria-describedby={id}
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </label>
      <label class={styles.label}>
        Value
        <input
          class={styles.field}
          type="password"
          value={value()}
          autocomplete="new-password"
          onInput={(event) => setValue(event.currentTarget.value)}
        />
      </label>
      <Button type="submit" disabled={props.disabled || name() === '' || wrong() !== undefined}>
        {isKnown() ? 'Replace' : 'Add'}
      </Button>
      <p id={id} class={wrong() ? styles.problem : styles.quiet}>
        {wrong() ?? (isKnown() ? 'It is set already: this takes its place.' : '')}
      </p>
    </form>
  )
}
