/** Agents and commands of a folder, as their settings show them. */
import type { AgentDetail, AgentRule, CommandDetail } from '@kilo-console/engine/edge/agents'

export type { AgentRule }

export interface AgentFile {
  path: string
  /** As it is written; absent: it is too long, or can't be read. */
  text?: string
}

/** The prompt of one that the engine brings along is left out, unless a file has made it another. */
export interface ShownAgent extends AgentDetail {
  /** The last one wins. */
  files: AgentFile[]
}

/** `file`: it stands in one of its own, which can be changed there. */
export interface ShownCommand extends Omit<CommandDetail, 'location'> {
  file?: string
}

/** Answer of `GET /api/servers/<id>/agents?directory=<path>`. */
export interface FolderAgents {
  agents: ShownAgent[]
  commands: ShownCommand[]
}
