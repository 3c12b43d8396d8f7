import { createEffect, createMemo, createResource, Match, on, Show, Switch, type JSX } from 'solid-js'
import { settingsHost } from '../../../sdk/settings/settings-host.ts'
import { settled } from '../../../ui/settled.ts'
import { focusOpener } from '../change/form-focus.ts'
import { SettingsLoading } from '../engine-settings.tsx'
import { CompactionSection } from './compaction/compaction-section.tsx'
import { emptyProvider, variableFor, type ProviderDraft } from './form/draft.ts'
import { draftOf } from './form/open-draft.ts'
import { PRESETS } from './form/presets.ts'
import { ProviderForm } from './form/provider-form.tsx'
import { LoginView } from './login/login-view.tsx'
import { ProviderListView, type ProvidersContext } from './provider-list.tsx'

/** The list, or the form of one. */
export function ProvidersView(props: { context: ProvidersContext }): JSX.Element {
  const { views, providers } = props.context
  const preset = createMemo(() => PRESETS.find(({ name }) => name === views.added()))
  const entry = createMemo(() => /^catalogue:(.+)$/.exec(views.added() ?? '')?.[1])
  const login = createMemo(() => {
    const id = /^login:(.+)$/.exec(views.added() ?? '')?.[1]
    const [first, ...more] = (id !== undefined && providers.logins()[id]) || []
    return id !== undefined && first ? { id, methods: [first, ...more] as const } : undefined
  })
  const row = createMemo(() => {
    const id = views.edited()
    // The file has to be known: the form shows what stands there.
    return providers.reading.value() && providers.rows().some((one) => one.id === id) ? id : undefined
  })
  const opened = () => {
    if (views.added() !== undefined) return 'provider'
    return views.edited() === undefined ? undefined : `provider ${views.edited()}`
  }
  createEffect(
    on(opened, (now, before) => now === undefined && before !== undefined && focusOpener(before), {
      defer: true,
    }),
  )
  return (
    <Switch fallback={<Lists context={props.context} />}>
      <Match when={preset()} keyed>
        {({ name, title, note, draft }) => (
          <ProviderForm
            context={props.context}
            name={`add ${name}`}
            title={`Add provider: ${title}`}
            note={note}
            first={draft}
            isNew
            onDone={views.showList}
          />
        )}
      </Match>
      <Match when={entry()} keyed>
        {(id) => <CatalogueForm id={id} context={props.context} />}
      </Match>
      <Match when={login()} keyed>
        {({ id, methods }) => <LoginView id={id} methods={methods} context={props.context} />}
      </Match>
      <Match when={row()} keyed>
        {(id) => <EditForm id={id} context={props.context} />}
      </Match>
    </Switch>
  )
}

const Lists = (props: { context: ProvidersContext }): JSX.Element => (
  <>
    <ProviderListView context={props.context} />
    <Show when={props.context.providers.reading.value()}>
      {(read) => <CompactionSection context={props.context} configuration={read()} />}
    </Show>
  </>
)

function EditForm(props: { id: string; context: ProvidersContext }): JSX.Element {
  const { views, providers } = props.context
  const row = () => providers.rows().find((one) => one.id === props.id)
  const first = (): ProviderDraft => {
    const found = row()
    return found ? draftOf(found, providers.reading.value()) : emptyProvider()
  }
  return (
    <ProviderForm
      context={props.context}
      name={`edit ${props.id}`}
      title={`Edit ${row()?.name ?? props.id}`}
      first={first}
      isNew={false}
      onDone={views.showList}
    />
  )
}

/** It needs nothing but a key: the catalogue says how its variable is called. */
function CatalogueForm(props: { id: string; context: ProvidersContext }): JSX.Element {
  const { place, views } = props.context
  const [catalogue] = createResource(place, ({ serverId, directory }) =>
    settingsHost.providerCatalogue(serverId, directory),
  )
  const entry = () => settled(catalogue)?.entries.find(({ id }) => id === props.id)
  const first = (): ProviderDraft => ({
    ...emptyProvider(),
    shape: 'catalogue',
    id: props.id,
    npm: '',
    variable: entry()?.env[0] ?? variableFor(props.id),
    way: place().scope === 'project' ? 'stored' : 'variable',
  })
  return (
    <Show when={!catalogue.loading} fallback={<SettingsLoading />}>
      <ProviderForm
        context={props.context}
        name={`add ${props.id}`}
        title={`Add provider: ${entry()?.name ?? props.id}`}
        note="Kilo knows its models and its address: it needs nothing but a key."
        first={first}
        isNew
        onDone={views.showList}
      />
    </Show>
  )
}
