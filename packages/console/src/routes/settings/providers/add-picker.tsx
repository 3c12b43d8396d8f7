import { createResource, type JSX } from 'solid-js'
import type { CatalogueEntry } from '../../../../shared/providers.ts'
import { settingsHost } from '../../../sdk/settings/settings-host.ts'
import { toProblem } from '../../../sdk/problem.ts'
import { escapeInvisible } from '../../../ui/escape-invisible.ts'
import { Notice } from '../../../ui/notice.tsx'
import { Picker, type PickerOption } from '../../../ui/picker.tsx'
import { settled } from '../../../ui/settled.ts'
import { PRESETS } from './form/presets.ts'
import type { ProvidersContext } from './provider-list.tsx'

/** What can be added: by hand, or of Kilo’s catalogue, which is asked for when this is opened. */
export function AddPicker(props: {
  open: boolean
  context: ProvidersContext
  onClose: () => void
}): JSX.Element {
  const { place, views, providers } = props.context
  const [catalogue, { refetch }] = createResource(
    () => (props.open ? place() : undefined),
    ({ serverId, directory }) => settingsHost.providerCatalogue(serverId, directory),
  )
  const entries = () => settled(catalogue)?.entries ?? []
  const options = (): PickerOption[] => [
    ...PRESETS.map(({ name, title, detail }) => ({ id: name, title, detail, group: 'By hand' })),
    ...Object.entries(providers.logins()).map(([id, methods]) => ({
      id: `login:${id}`,
      title: `Log in to ${escapeInvisible(entries().find((entry) => entry.id === id)?.name ?? id)}`,
      detail: escapeInvisible(methods.map(({ label }) => label).join(', ')),
      group: 'By logging in',
      keywords: id,
    })),
    ...entries().map(catalogueOption),
  ]
  return (
    <Picker
      open={props.open}
      title="Add provider"
      placeholder="Search providers"
      options={options()}
      loading={catalogue.loading}
      footer={
        catalogue.state === 'errored' ? (
          <Notice
            tone="error"
            title={`Couldn’t read the catalogue: ${toProblem(catalogue.error).message}`}
            onRetry={() => void refetch()}
          />
        ) : undefined
      }
      onPick={({ id }) => views.add(id)}
      onClose={props.onClose}
    />
  )
}

const catalogueOption = ({ id, name, env }: CatalogueEntry): PickerOption => ({
  id: `catalogue:${id}`,
  title: name,
  detail: id,
  group: 'Kilo’s catalogue',
  keywords: env.join(' '),
})
