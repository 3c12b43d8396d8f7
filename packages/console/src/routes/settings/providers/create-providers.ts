import type { LoginMethod } from '@kilo-console/engine/edge/provider-logins'
import { createMemo, createResource, type Accessor } from 'solid-js'
import type { ProviderList } from '../../../../shared/providers.ts'
import type { Variables } from '../../../../shared/variables.ts'
import { settingsHost } from '../../../sdk/settings/settings-host.ts'
import { loginMethods } from '../../../sdk/settings/provider-logins.ts'
import type { ConfigurationPlace } from '../../../store/actions/configuration.ts'
import { settled } from '../../../ui/settled.ts'
import type { Reading } from '../configuration/create-reading.ts'
import { createRead, type Read } from '../create-read.ts'
import { rowsOf, type ProviderRow } from './rows.ts'

export interface Providers {
  list: Read<ProviderList>
  reading: Reading
  rows: Accessor<ProviderRow[]>
  /** Of those that keys are looked for in. */
  variables: Accessor<Variables>
  /** Ways to log in, by provider. None where the engine has none, or doesn’t say. */
  logins: Accessor<Record<string, LoginMethod[]>>
}

/** The providers of a place, with what its configuration says of them. */
export function createProviders(
  place: Accessor<ConfigurationPlace | undefined>,
  reading: Reading,
): Providers {
  const list = createRead(place, ({ serverId, directory }) => settingsHost.providers(serverId, directory))
  const rows = createMemo(() => {
    const value = list.value()
    return value ? rowsOf(value, reading.value()) : []
  })
  const [logins] = createResource(place, loginMethods)
  return {
    list,
    reading,
    rows,
    variables: createVariables(place, rows),
    logins: () => settled(logins) ?? {},
  }
}

function createVariables(
  place: Accessor<ConfigurationPlace | undefined>,
  rows: Accessor<ProviderRow[]>,
): Accessor<Variables> {
  const asked = createMemo(
    () => {
      const names = rows().flatMap(({ key }) =>
        key.from === 'reference' || key.from === 'variable' ? key.names : [],
      )
      const serverId = place()?.serverId
      return serverId !== undefined && names.length > 0
        ? { serverId, names: [...new Set(names)].toSorted() }
        : undefined
    },
    undefined,
    { equals: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  )
  const [variables] = createResource(asked, ({ serverId, names }) => settingsHost.variables(serverId, names))
  return () => settled(variables) ?? {}
}
