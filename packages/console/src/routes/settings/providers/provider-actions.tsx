import { createSignal, Show, type JSX } from 'solid-js'
import { useConfiguration } from '../../../store/configuration.ts'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { ChangeActions } from '../change/change-actions.tsx'
import { createChange } from '../change/create-change.ts'
import { actsOf, planAct, type Act } from './provider-acts.ts'
import type { ProvidersContext } from './provider-list.tsx'
import styles from './providers.module.css'
import type { ProviderRow } from './rows.ts'

/** What can be done with one provider. Each asks once more: it ends what runs. */
export function ProviderActions(props: { row: ProviderRow; context: ProvidersContext }): JSX.Element {
  const { views, isDown, providers } = props.context
  const [asked, setAsked] = createSignal<Act>()
  const isLocked = () => isDown() || !providers.reading.value()?.target?.writable
  const acts = () => actsOf(props.row, providers.reading.value())
  return (
    <>
      <div class={styles.actions}>
        <Button size="small" disabled={isLocked()} onClick={() => views.edit(props.row.id)}>
          Edit
        </Button>
        <Show when={providers.logins()[props.row.id]}>
          <Button size="small" disabled={isDown()} onClick={() => views.add(`login:${props.row.id}`)}>
            Log in…
          </Button>
        </Show>
        {acts().map((act) => (
          <Button
            size="small"
            disabled={isLocked()}
            aria-pressed={asked()?.name === act.name}
            onClick={() => setAsked(asked()?.name === act.name ? undefined : act)}
          >
            {act.label}
          </Button>
        ))}
      </div>
      <Show when={asked()} keyed>
        {(act) => (
          <ActPanel act={act} row={props.row} context={props.context} onDone={() => setAsked(undefined)} />
        )}
      </Show>
    </>
  )
}

function ActPanel(props: {
  act: Act
  row: ProviderRow
  context: ProvidersContext
  onDone: () => void
}): JSX.Element {
  const { act, row } = props
  const { place, providers } = props.context
  const { configuration } = useConfiguration()
  const [key, setKey] = createSignal('')
  const plan = () =>
    planAct(configuration, act, { row, place: place(), reading: providers.reading, key: key() })
  const done = () => {
    props.onDone()
    void providers.list.refresh()
  }
  const change = createChange(() => plan()?.place ?? place(), plan, done)
  return (
    <div class={styles.panel} role="group" aria-label={`${act.label} ${row.name}`}>
      <p>{act.text}</p>
      <Show when={act.warning}>{(warning) => <Notice tone="warning" title={warning()} />}</Show>
      <Show when={act.name === 'set-key'}>
        <input
          class={styles.box}
          type="password"
          aria-label={`API key of ${row.name}`}
          autocomplete="off"
          placeholder="sk-…"
          value={key()}
          onInput={(event) => setKey(event.currentTarget.value)}
        />
      </Show>
      <ChangeActions
        change={change}
        label={act.label}
        disabled={plan() === undefined}
        onCancel={props.onDone}
      />
    </div>
  )
}
