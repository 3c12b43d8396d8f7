import { useSearchParams } from '@solidjs/router'
import { createMemo, Show, type JSX } from 'solid-js'
import { createPage } from '../../../frame/shell-context.ts'
import { useConsole } from '../../../store/context.ts'
import { Notice } from '../../../ui/notice.tsx'
import { SettingsPage } from '../settings-page.tsx'
import { OpenProject } from './open-project.tsx'
import { ProjectList } from './project-list.tsx'
import { projectRows } from './project-rows.ts'

/** `/settings/projects`: what each project is called, which settings are its own, and what its terminals get. With `?server=&folder=` one of them. */
export default function ProjectsPage(): JSX.Element {
  createPage({ title: () => 'Projects' })
  const { state } = useConsole()
  const [query] = useSearchParams<{ server?: string; folder?: string }>()
  const rows = createMemo(() => projectRows(state))
  const open = createMemo(
    () => (query.server && query.folder ? { serverId: query.server, folder: query.folder } : undefined),
    undefined,
    { equals: (a, b) => a?.serverId === b?.serverId && a?.folder === b?.folder },
  )
  return (
    <SettingsPage dense>
      <Show when={state.link !== 'connected' && rows().length > 0}>
        <Notice tone="warning" title="Not connected" hint="This is what was read last." />
      </Show>
      <Show when={open()} keyed fallback={<ProjectList rows={rows()} />}>
        {(place) => <OpenProject serverId={place.serverId} folder={place.folder} rows={rows()} />}
      </Show>
    </SettingsPage>
  )
}
