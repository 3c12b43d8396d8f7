import { createSignal, Show, type JSX } from 'solid-js'
import { Button } from '../../../../ui/button.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { ChangeActions } from '../../change/change-actions.tsx'
import { SavedForm } from '../../change/saved-form.tsx'
import { filePath } from '../../configuration/source-text.ts'
import { ConnectionCheck } from '../connection-check.tsx'
import type { ProvidersContext } from '../provider-list.tsx'
import { readAddress } from './base-url.ts'
import { createForm, type Form } from './create-form.ts'
import { CHAT, RESPONSES, variableFor, type ProviderDraft } from './draft.ts'
import { Choice, Field } from './field.tsx'
import styles from './provider-form.module.css'
import { KeyFields } from './key-fields.tsx'
import { keptOutBy } from './lists.ts'
import { newAddress } from './new-address.ts'
import { ModelsFields } from './models-fields.tsx'
import { UseFields } from './use-fields.tsx'

/** Sets up a provider, or changes one. */
export function ProviderForm(props: {
  context: ProvidersContext
  /** Of the draft: what was written before is there again. */
  name: string
  title: string
  note?: string | undefined
  first: () => ProviderDraft
  isNew: boolean
  onDone: () => void
}): JSX.Element {
  const { context } = props
  // What it is about is the same as long as it stands here.
  const form = createForm({ ...props })
  const isCustom = form.draft.shape === 'custom'
  const target = () => context.providers.reading.value()?.target
  return (
    <section role="region" aria-label={props.title}>
      <SavedForm class={styles.form} onClose={props.onDone}>
        <h2 class={styles.title}>{props.title}</h2>
        <Show when={props.note}>{(note) => <p class={styles.hint}>{note()}</p>}</Show>
        <Show when={isCustom || !props.isNew}>
          <ServerFields form={form} />
        </Show>
        <KeyFields form={form} context={context} />
        <Show when={isCustom || !props.isNew}>
          <ModelsFields form={form} context={context} />
        </Show>
        <UseFields form={form} />
        <Warnings form={form} context={context} />
        <Show when={isCustom}>
          <UnsavedCheck form={form} context={context} />
        </Show>
        <p class={styles.hint}>
          <Show when={target()} fallback="Its file can’t be read by Kilo as it is: nothing can be saved.">
            {(file) => `Written to ${filePath(file().path, context.from())}. Comments in it stay.`}
          </Show>
        </p>
        <ChangeActions
          change={form.change}
          label={props.isNew ? 'Add provider' : 'Save'}
          disabled={context.isDown() || !target()?.writable || !form.isChanged()}
          onCancel={form.cancel}
        />
      </SavedForm>
    </section>
  )
}

/** Of what stands in the form: nothing of it is written before. */
function UnsavedCheck(props: { form: Form; context: ProvidersContext }): JSX.Element {
  const checked = () => {
    const { serverId: server, directory } = props.context.place()
    return { server, directory, provider: props.form.draft.id }
  }
  return <ConnectionCheck of={checked()} check={props.form.check} disabled={props.context.isDown()} />
}

function Warnings(props: { form: Form; context: ProvidersContext }): JSX.Element {
  const keptOut = () => {
    const read = props.context.providers.reading.value()
    return read && keptOutBy(read, props.form.draft.id)
  }
  return (
    <>
      <Show when={keptOut()}>{(text) => <Notice tone="warning" title={text()} />}</Show>
      <Show when={newAddress(props.form.draft, props.form.row())}>
        {(text) => <Notice tone="warning" title={text()} />}
      </Show>
      <Show when={Object.keys(props.form.problems()).length > 0}>
        <Notice tone="error" title="Fix the fields marked above, then save again." />
      </Show>
    </>
  )
}

function ServerFields(props: { form: Form }): JSX.Element {
  const { draft, set } = props.form
  const problem = (name: string) => props.form.problems()[name]
  const name = (id: string) => {
    const isOwn = draft.variable === '' || draft.variable === variableFor(draft.id)
    set({ id, ...(isOwn && { variable: variableFor(id) }) })
  }
  const apis = () => [
    { value: CHAT, title: 'Chat completions' },
    { value: RESPONSES, title: 'Responses' },
    ...(draft.npm === CHAT || draft.npm === RESPONSES
      ? []
      : [{ value: draft.npm, title: draft.npm === '' ? 'Its own' : draft.npm }]),
  ]
  return (
    <fieldset class={styles.group}>
      <legend class={styles.heading}>Server</legend>
      <div class={styles.pair}>
        <Field
          label="Provider ID"
          value={draft.id}
          problem={problem('id')}
          hint="Models are called by it: id/model."
          placeholder="acme"
          disabled={!props.form.isNew}
          onInput={name}
        />
        <Field
          label="Name"
          value={draft.name}
          problem={problem('name')}
          placeholder={draft.id === '' ? 'Acme' : draft.id}
          onInput={(text) => set('name', text)}
        />
      </div>
      <AddressField form={props.form} />
      <Choice
        label="API"
        options={apis()}
        value={draft.npm}
        hint={
          draft.npm === RESPONSES
            ? 'Kilo asks <base URL>/responses, by @ai-sdk/openai.'
            : 'Kilo asks <base URL>/chat/completions, by @ai-sdk/openai-compatible.'
        }
        onChange={(npm) => set('npm', npm)}
      />
    </fieldset>
  )
}

/** What people copy along is left out when they are done, and that is said. */
function AddressField(props: { form: Form }): JSX.Element {
  const { draft, set } = props.form
  const [changed, setChanged] = createSignal<string>()
  const read = () => readAddress(draft.baseURL)
  const correct = () => {
    const address = read()
    if (!('url' in address)) return
    setChanged(address.changed)
    set('baseURL', address.url)
    if (address.api) set('npm', address.api === 'responses' ? RESPONSES : CHAT)
  }
  const lacksVersion = () => {
    const address = read()
    return draft.baseURL !== '' && 'url' in address && address.lacksVersion
  }
  const problem = () => {
    const address = read()
    const own = draft.baseURL.trim() !== '' && changed() === undefined && 'problem' in address
    return (
      props.form.problems()['baseURL'] ?? (own && !isBeingTyped(draft.baseURL) ? address.problem : undefined)
    )
  }
  return (
    <div class={styles.field}>
      <Field
        label="Base URL"
        value={draft.baseURL}
        problem={problem()}
        // Always a line: what moves when the box is left takes the button from under the pointer.
        hint={changed() ?? 'As a rule it ends in /v1. Kilo adds the rest.'}
        type="url"
        inputmode="url"
        placeholder="https://api.example.com/v1"
        onInput={(text) => {
          setChanged(undefined)
          set('baseURL', text)
        }}
        onChange={correct}
      />
      <Show when={lacksVersion()}>
        <p class={styles.offer}>
          Most servers want /v1 at the end.
          <Button size="small" onClick={() => set('baseURL', `${draft.baseURL.replace(/\/+$/, '')}/v1`)}>
            Add /v1
          </Button>
        </p>
      </Show>
    </div>
  )
}

const isBeingTyped = (text: string) => /^(h|ht|htt|https?|https?:|https?:\/|https?:\/\/)$/i.test(text.trim())
