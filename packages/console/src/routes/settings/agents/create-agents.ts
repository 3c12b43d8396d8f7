import type { Accessor } from 'solid-js'
import type { FolderAgents } from '../../../../shared/agents.ts'
import { settingsHost } from '../../../sdk/settings/settings-host.ts'
import type { ConfigurationPlace } from '../../../store/actions/configuration.ts'
import { createRead, type Read } from '../create-read.ts'

export type AgentsRead = Read<FolderAgents>

/** The agents and commands of a place, with their rules. */
export const createAgents = (place: Accessor<ConfigurationPlace | undefined>): AgentsRead =>
  createRead(place, readAgents)

export const readAgents = ({ serverId, directory }: ConfigurationPlace): Promise<FolderAgents> =>
  settingsHost.agents(serverId, directory)

interface NamedFile {
  kind: 'agent' | 'command'
  name: string
  /** Absent: the one that counts. */
  path?: string
}

/** PURE: what it says; undefined: nothing that is known. */
export function textOf(read: FolderAgents | undefined, { kind, name, path }: NamedFile): string | undefined {
  const { agents = [], commands = [] } = read ?? {}
  if (kind === 'command') return commands.find((command) => command.file === path)?.content
  const files = agents.find((agent) => agent.name === name)?.files
  return files?.findLast((file) => path === undefined || file.path === path)?.text
}
