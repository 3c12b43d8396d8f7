import { createResource, createSignal, Match, onMount, Show, Switch, type JSX } from 'solid-js'
import { mcpInFiles } from '../../../../sdk/settings/mcp.ts'
import { toProblem } from '../../../../sdk/problem.ts'
import type { ConfigurationPlace } from '../../../../store/actions/configuration.ts'
import { useConsole } from '../../../../store/context.ts'
import { Button } from '../../../../ui/button.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { Segments } from '../../../../ui/segments.tsx'
import { settled } from '../../../../ui/settled.ts'
import { ChangeActions } from '../../change/change-actions.tsx'
import { createChange } from '../../change/create-change.ts'
import { createReading } from '../../configuration/create-reading.ts'
import { filePath } from '../../configuration/source-text.ts'
import { SettingsLoading } from '../../engine-settings.tsx'
import type { Servers } from '../create-servers.ts'
import { createForm } from './create-form.ts'
import { draftOf, emptyDraft, type Settings } from './draft.ts'
import styles from './form.module.css'
import { newAddress } from './new-address.ts'
import { ServerFields } from './server-fields.tsx'
import { SnippetBox } from './snippet-box.tsx'
import { VariablesNote } from './variables-note.tsx'

export interface ServerFormProps {
  /** Empty: a new one. */
  name: string
  servers: Servers
  isDown: boolean
  onClose: (isChanged: boolean) => void
}

/** Adds an MCP server, or changes what its file says of it. */
export function ServerForm(props: ServerFormProps): JSX.Element {
  const { place } = props.servers
  const [inFiles] = createResource(
    () => props.name !== '' && place,
    async (asked): Promise<Settings | undefined> =>
      (await mcpInFiles(asked, asked.scope))[asked.scope][props.name],
  )
  return (
    <Switch fallback={<SettingsLoading />}>
      <Match when={inFiles.state === 'errored'}>
        <Unread {...props} why={`Couldn’t read it: ${toProblem(inFiles.error).message}`} />
      </Match>
      <Match when={inFiles.state === 'ready' && !settled(inFiles)}>
        <Unread {...props} why={`${props.name} doesn’t stand in its file any more.`} />
      </Match>
      <Match when={props.name === ''}>
        <Filled {...props} inFile={undefined} />
      </Match>
      <Match keyed when={settled(inFiles)}>
        {(inFile) => <Filled {...props} inFile={inFile} />}
      </Match>
    </Switch>
  )
}

const Unread = (props: Pick<ServerFormProps, 'onClose'> & { why: string }): JSX.Element => (
  <Notice
    tone="error"
    title={props.why}
    actions={
      <Button size="small" onClick={() => props.onClose(false)}>
        Close
      </Button>
    }
  />
)

function Filled(props: ServerFormProps & { inFile: Settings | undefined }): JSX.Element {
  const { servers, inFile } = props
  const { state } = useConsole()
  const [place, setPlace] = createSignal(servers.place)
  const reading = createReading(place)
  const form = createForm({
    place,
    reading,
    first: inFile ? draftOf(props.name, inFile) : emptyDraft(),
    before: inFile,
    taken: () => servers.names() ?? [],
  })
  let element: HTMLFormElement | undefined
  const change = createChange(
    place,
    () => {
      const plan = form.plan()
      if (!plan) element?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
      return plan
    },
    () => props.onClose(true),
  )
  onMount(() => element?.querySelector<HTMLElement>('input:not(:disabled), textarea')?.focus())
  return (
    <form
      ref={(own) => (element = own)}
      class={styles.form}
      aria-label={inFile ? `Edit ${props.name}` : 'Add MCP server'}
      onSubmit={(event) => event.preventDefault()}
    >
      <h3 class={styles.heading}>{inFile ? `Edit ${props.name}` : 'Add MCP server'}</h3>
      <Show when={!inFile}>
        <SnippetBox onFill={form.change} />
      </Show>
      <ServerFields form={form} isNew={!inFile} />
      <Show when={!inFile && servers.place.scope === 'project'}>
        <ScopeChoice of={servers.place} place={place()} onChange={setPlace} />
      </Show>
      <Show when={newAddress(form.draft, inFile)}>{(text) => <Notice tone="warning" title={text()} />}</Show>
      <VariablesNote serverId={place().serverId} draft={form.draft} />
      <Show when={reading.value()?.target}>
        {(target) => (
          <p class={styles.hint}>
            Saved in{' '}
            <code>{filePath(target().path, { directory: place().directory, home: state.info?.home })}</code>
          </p>
        )}
      </Show>
      <ChangeActions
        change={change}
        label={inFile ? 'Save' : 'Add server'}
        disabled={props.isDown || !reading.value()?.target}
        onCancel={() => props.onClose(false)}
      />
    </form>
  )
}

/** For whom it is. */
function ScopeChoice(props: {
  /** Of the project. */
  of: ConfigurationPlace
  place: ConfigurationPlace
  onChange: (place: ConfigurationPlace) => void
}): JSX.Element {
  const everybody: ConfigurationPlace = { serverId: props.of.serverId, scope: 'global', directory: '' }
  return (
    <div class={styles.row}>
      <Segments
        name="For"
        options={[
          { value: 'project', title: 'This project' },
          { value: 'global', title: 'All projects' },
        ]}
        value={props.place.scope}
        onChange={(scope) => props.onChange(scope === 'global' ? everybody : props.of)}
      />
    </div>
  )
}
