import { createResource, Match, Show, Switch, type JSX } from 'solid-js'
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
import { useDrafts } from '../../change/drafts.ts'
import { SavedForm } from '../../change/saved-form.tsx'
import { createReading } from '../../configuration/create-reading.ts'
import { filePath } from '../../configuration/source-text.ts'
import { SettingsLoading } from '../../engine-settings.tsx'
import type { Servers } from '../create-servers.ts'
import { createForm, type FormDraft } from './create-form.ts'
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
  const kept = useDrafts().of<FormDraft>(servers.place, `mcp ${props.name}`, () => ({
    ...(inFile ? draftOf(props.name, inFile) : emptyDraft()),
    isForAll: false,
  }))
  const everybody: ConfigurationPlace = { serverId: servers.place.serverId, scope: 'global', directory: '' }
  const place = () => (kept.draft.isForAll ? everybody : servers.place)
  const reading = createReading(place)
  const end = (isChanged: boolean) => {
    kept.forget()
    props.onClose(isChanged)
  }
  const form = createForm({
    place,
    reading,
    kept,
    before: inFile,
    taken: () => servers.names() ?? [],
  })
  const change = createChange(place, form.plan, () => end(true))
  return (
    <SavedForm
      class={styles.form}
      label={inFile ? `Edit ${props.name}` : 'Add MCP server'}
      onClose={() => props.onClose(false)}
    >
      <h3 class={styles.heading}>{inFile ? `Edit ${props.name}` : 'Add MCP server'}</h3>
      <Show when={!inFile}>
        <SnippetBox onFill={form.change} />
      </Show>
      <ServerFields form={form} isNew={!inFile} />
      <Show when={!inFile && servers.place.scope === 'project'}>
        <ScopeChoice isForAll={form.draft.isForAll} onChange={(isForAll) => form.change({ isForAll })} />
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
        onCancel={() => end(false)}
      />
    </SavedForm>
  )
}

/** For whom it is. */
const ScopeChoice = (props: { isForAll: boolean; onChange: (isForAll: boolean) => void }): JSX.Element => (
  <div class={styles.row}>
    <Segments
      name="For"
      options={[
        { value: 'project', title: 'This project' },
        { value: 'global', title: 'All projects' },
      ]}
      value={props.isForAll ? 'global' : 'project'}
      onChange={(scope) => props.onChange(scope === 'global')}
    />
  </div>
)
