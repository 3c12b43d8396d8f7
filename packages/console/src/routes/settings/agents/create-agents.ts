import type { Accessor } from 'solid-js'
import type { FolderAgents } from '../../../../shared/agents.ts'
import { settingsHost } from '../../../sdk/settings-host.ts'
import type { ConfigurationPlace } from '../../../store/actions/configuration.ts'
import { createRead, type Read } from '../create-read.ts'

export type AgentsRead = Read<FolderAgents>

/** The agents and commands of a place, with their rules. */
export const createAgents = (place: Accessor<ConfigurationPlace | undefined>): AgentsRead =>
  createRead(place, ({ serverId, directory }) => settingsHost.agents(serverId, directory))
