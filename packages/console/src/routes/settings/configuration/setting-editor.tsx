import { For, Match, Show, Switch, type JSX } from 'solid-js'
import { isComposing } from '../../../ui/keystroke.ts'
import type { KnownSetting } from './catalogue.ts'
import styles from './configuration.module.css'
import type { Edit } from './create-edit.ts'

/** The control of a setting with one simple value, named by its key. */
export function SettingEditor(props: {
  name: string
  known: KnownSetting
  edit: Edit
  disabled: boolean
  describedBy: string
}): JSX.Element {
  const values = () => (props.known.kind.type === 'oneOf' ? props.known.kind.values.map(String) : undefined)
  const press = (event: KeyboardEvent) => {
    if (!props.edit.isChanged() || isComposing(event)) return
    if (event.key === 'Enter' && props.edit.savesByKey()) void props.edit.save(false)
    else if (event.key === 'Escape') props.edit.cancel()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <Switch>
      <Match when={values()}>
        {(options) => (
          <select
            class={styles.field}
            aria-label={props.name}
            aria-describedby={props.describedBy}
            disabled={props.disabled}
            onChange={(event) => props.edit.change(event.currentTarget.value)}
          >
            <Show when={!options().includes(props.edit.text())}>
              <option value="" selected disabled>
                {props.edit.text() || 'default'}
              </option>
            </Show>
            <For each={options()}>
              {(option) => (
                <option value={option} selected={option === props.edit.text()}>
                  {option}
                </option>
              )}
            </For>
          </select>
        )}
      </Match>
      <Match when={true}>
        <input
          class={styles.field}
          type="text"
          inputmode={props.known.kind.type === 'number' ? 'decimal' : 'text'}
          autocomplete="off"
          spellcheck={false}
          aria-label={props.name}
          aria-describedby={props.describedBy}
          aria-invalid={props.edit.state.problem !== undefined}
          placeholder="default"
          disabled={props.disabled}
          value={props.edit.text()}
          onInput={(event) => props.edit.change(event.currentTarget.value)}
          onKeyDown={press}
        />
      </Match>
    </Switch>
  )
}
