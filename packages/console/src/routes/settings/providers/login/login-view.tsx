import type { LoginMethod } from '@kilo-console/engine/edge/provider-logins'
import { createResource, For, Show, type JSX } from 'solid-js'
import { settingsHost } from '../../../../sdk/settings/settings-host.ts'
import { Button } from '../../../../ui/button.tsx'
import { escapeInvisible } from '../../../../ui/escape-invisible.ts'
import { Notice } from '../../../../ui/notice.tsx'
import { settled } from '../../../../ui/settled.ts'
import { Choice, Field } from '../form/field.tsx'
import styles from '../form/provider-form.module.css'
import { keptOutBy } from '../form/lists.ts'
import { overridesStored } from '../provider-acts.ts'
import type { ProvidersContext } from '../provider-list.tsx'
import { createLogin, type Login } from './create-login.ts'
import { FinishLogin } from './finish-login.tsx'
import { answerTo, askedPrompts } from './login-words.ts'

/** Logs in to a provider, by one of the ways that the engine has for it. */
export function LoginView(props: {
  id: string
  methods: readonly [LoginMethod, ...LoginMethod[]]
  context: ProvidersContext
}): JSX.Element {
  const { views, providers } = props.context
  // What it is about is the same as long as it stands here.
  const { id, methods } = props
  const row = () => providers.rows().find((one) => one.id === id)
  const [catalogue] = createResource(
    () => (row() ? undefined : props.context.place()),
    ({ serverId, directory }) => settingsHost.providerCatalogue(serverId, directory),
  )
  const name = () => row()?.name ?? settled(catalogue)?.entries.find((one) => one.id === id)?.name ?? id
  const login = createLogin({
    context: props.context,
    id,
    name,
    methods,
    onDone: () => {
      views.showList()
      void providers.list.refresh()
    },
  })
  const warning = () => {
    const [one, read] = [row(), providers.reading.value()]
    return (one && overridesStored(one.key)) ?? (read && keptOutBy(read, id))
  }
  return (
    <section class={styles.form} role="region" aria-label={`Log in to ${escapeInvisible(name())}`}>
      <h2 class={styles.title}>Log in to {escapeInvisible(name())}</h2>
      <p class={styles.hint}>
        You log in on the provider’s own page. Kilo keeps what it gets there in auth.json, which only you can
        read, for every project.
      </p>
      <Show when={warning()}>{(text) => <Notice tone="warning" title={text()} />}</Show>
      <Show
        when={login.begun()}
        fallback={<Choose login={login} methods={methods} context={props.context} />}
      >
        {(begun) => <FinishLogin login={login} begun={begun()} onCancel={views.showList} />}
      </Show>
    </section>
  )
}

/** Which way, and what it wants to know first. */
function Choose(props: {
  login: Login
  methods: readonly LoginMethod[]
  context: ProvidersContext
}): JSX.Element {
  const { login } = props
  const begin = (event: SubmitEvent) => {
    event.preventDefault()
    if (!login.isBeginning()) void login.begin()
  }
  return (
    <form class={styles.form} onSubmit={begin}>
      <fieldset class={styles.group}>
        <legend class={styles.heading}>Way to log in</legend>
        <div class={styles.choices}>
          <For each={props.methods}>
            {({ index, label }) => (
              <label class={styles.check}>
                <input
                  type="radio"
                  name="login-method"
                  checked={login.form.index === index}
                  onChange={() => login.choose(index)}
                />
                {escapeInvisible(label)}
              </label>
            )}
          </For>
        </div>
        <Prompts login={login} />
      </fieldset>
      <Show when={login.problem()}>
        {(problem) => <Notice tone="error" title={escapeInvisible(problem())} />}
      </Show>
      <div class={styles.offer}>
        <Button type="submit" variant="primary" busy={login.isBeginning()} disabled={props.context.isDown()}>
          Continue
        </Button>
        <Button variant="ghost" onClick={props.context.views.showList}>
          Cancel
        </Button>
      </div>
    </form>
  )
}

const Prompts = (props: { login: Login }): JSX.Element => (
  <For each={askedPrompts(props.login.method(), props.login.form.answers)}>
    {(prompt) => (
      <Show
        when={prompt.type === 'select'}
        fallback={
          <Field
            label={escapeInvisible(prompt.message)}
            value={answerTo(prompt, props.login.form.answers)}
            placeholder={prompt.placeholder ?? ''}
            onInput={(text) => props.login.answer(prompt.key, text)}
          />
        }
      >
        <Choice
          label={escapeInvisible(prompt.message)}
          options={(prompt.options ?? []).map(({ label, value, hint }) => ({
            value,
            title: escapeInvisible(hint === undefined ? label : `${label} (${hint})`),
          }))}
          value={answerTo(prompt, props.login.form.answers)}
          onChange={(value) => props.login.answer(prompt.key, value)}
        />
      </Show>
    )}
  </For>
)
