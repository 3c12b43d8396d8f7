import { createMemo, createResource, For, Match, Show, Switch, type JSX } from 'solid-js'
import { settingsHost } from '../../../../sdk/settings/settings-host.ts'
import { settled } from '../../../../ui/settled.ts'
import { variableText } from '../provider-key.ts'
import type { ProvidersContext } from '../provider-list.tsx'
import type { Form } from './create-form.ts'
import type { KeyWay } from './draft.ts'
import { Field } from './field.tsx'
import styles from './provider-form.module.css'
import { NOT_IN_PROJECT } from './read-form.ts'

/** Where its key comes from. */
export function KeyFields(props: { form: Form; context: ProvidersContext }): JSX.Element {
  const { form, context } = props
  const ways = (): { value: KeyWay; title: string }[] => [
    { value: 'variable', title: 'A variable of the daemon' },
    { value: 'stored', title: 'Stored by Kilo, in a file that only you can read' },
    ...(isKept(form) ? [{ value: 'kept' as const, title: 'As it is in the file' }] : []),
    { value: 'none', title: form.draft.shape === 'custom' ? 'No key' : 'As Kilo finds it by itself' },
  ]
  return (
    <fieldset class={styles.group}>
      <legend class={styles.heading}>Key</legend>
      <div class={styles.choices}>
        <For each={ways()}>
          {({ value, title }) => (
            <label class={styles.check}>
              <input
                type="radio"
                name="provider-key"
                checked={form.draft.way === value}
                disabled={value === 'variable' && context.place().scope === 'project'}
                onChange={() => form.set('way', value)}
              />
              {title}
            </label>
          )}
        </For>
      </div>
      <Show when={context.place().scope === 'project'}>
        <p class={styles.hint}>{NOT_IN_PROJECT}</p>
      </Show>
      <Switch>
        <Match when={form.draft.way === 'variable'}>
          <VariableField form={form} context={context} />
        </Match>
        <Match when={form.draft.way === 'stored'}>
          <Field
            label="API key"
            type="password"
            value={form.draft.key}
            problem={form.problems()['key']}
            placeholder={form.row()?.key.stored ? 'The stored key stays' : 'sk-…'}
            hint="It goes to auth.json, and is in no answer to this page. Storing it stops what runs in every project."
            onInput={(text) => form.set('key', text)}
          />
        </Match>
      </Switch>
    </fieldset>
  )
}

/** It was opened so. */
const isKept = (form: Form) =>
  form.draft.way === 'kept' || (!form.isNew && ['written', 'file'].includes(form.row()?.key.from ?? ''))

/** Longer ones are not asked for while somebody writes. */
const NAME = /^[A-Za-z_]\w{1,199}$/

function VariableField(props: { form: Form; context: ProvidersContext }): JSX.Element {
  const { form, context } = props
  const asked = createMemo(() => {
    const name = form.draft.variable
    return NAME.test(name) ? { serverId: context.place().serverId, name } : undefined
  })
  const [variables] = createResource(asked, ({ serverId, name }) => settingsHost.variables(serverId, [name]))
  const state = () => settled(variables)?.[form.draft.variable]
  return (
    <Field
      label="Variable"
      value={form.draft.variable}
      problem={form.problems()['variable']}
      placeholder="ACME_API_KEY"
      hint={
        <Show when={asked()} fallback="Only its name is written to the file.">
          <span data-state={state()} class={styles.state}>
            {`{env:${form.draft.variable}}: ${variables.loading ? '…' : variableText(state())}. `}
          </span>
          <Show when={state() === 'unset'}>
            Set it where the daemon is started, then <code>kilo daemon restart</code>.
          </Show>
        </Show>
      }
      onInput={(text) => form.set('variable', text.trim())}
    />
  )
}
