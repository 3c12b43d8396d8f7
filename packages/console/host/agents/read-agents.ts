/** Agents and commands of a folder. What the engine says of them stands in configuration, so what is secret in it ends here. */
import { agentDetail, commandDetail, type CommandDetail } from '@kilo-console/engine/edge/agents'
import { fitting, fittingOnes, type Dropped } from '@kilo-console/engine/edge/check'
import { configPlace, configPlaces } from '@kilo-console/engine/edge/configuration'
import { hostLimits } from '@kilo-console/engine/edge/limits'
import { isAbsolute } from 'node:path'
import type { FolderAgents, ShownAgent, ShownCommand } from '../../shared/agents.ts'
import type { Target } from '../http/proxy.ts'
import { makeByteBudget } from '../servers/byte-budget.ts'
import { couldNotRead } from '../servers/could-not-read.ts'
import { PATIENT_MS, readEngine } from '../servers/read-engine.ts'
import { pathIn } from '../configuration/place.ts'
import { findAgentFiles } from './agent-files.ts'

const MOST = 1000
/** The engine's own have 77 KB of words together, a command's template some kilobytes. */
const MOST_WORDS = 2 * 1024 * 1024

interface Asked {
  target: Target
  /** Empty: the engine's own. */
  directory: string
  /** Whether its files are this machine's. */
  isHere: boolean
  dropped: Dropped
}

/** Throws 502 `server-unreachable`. */
export async function readAgents({ target, directory, isHere, dropped }: Asked): Promise<FolderAgents> {
  const budget = makeByteBudget(hostLimits.openingBytes)
  const read = (path: string) => readEngine(target, pathIn(path, directory), budget, PATIENT_MS)
  try {
    const [told, files, sources] = await Promise.all([
      read('/agent'),
      // An older engine does not tell them.
      read('/kilocode/command/files').catch(() => []),
      read('/config/sources').catch(() => undefined),
    ])
    const agents = fittingOnes(agentDetail, told, MOST, dropped)
    const places = fittingOnes(configPlace, fitting(configPlaces, sources)?.sources ?? [], MOST, dropped)
    const found = isHere
      ? await findAgentFiles(
          places,
          agents.map(({ name }) => name),
        )
      : undefined
    const shown = agents.map((agent): ShownAgent => {
      const files = found?.get(agent.name) ?? []
      const { prompt, ...others } = agent
      const isOwn = !agent.native || files.length > 0
      return { ...others, ...(isOwn && prompt !== undefined && { prompt }), files }
    })
    const commands = fittingOnes(commandDetail, files, MOST, dropped)
    return within(MOST_WORDS, { agents: shown, commands: commands.map(shownCommand) })
  } catch (error) {
    throw couldNotRead('The agents', error)
  }
}

const shownCommand = ({ location, ...command }: CommandDetail): ShownCommand => ({
  ...command,
  ...(location !== undefined && isAbsolute(location) && { file: location }),
})

/** Pure. Words above the limit are left out. */
function within(most: number, { agents, commands }: FolderAgents): FolderAgents {
  let left = most
  const fits = (text: string | undefined) => {
    const length = text?.length ?? 0
    if (length > left) return false
    left -= length
    return true
  }
  return {
    agents: agents.map(({ prompt, files, ...agent }) => ({
      ...agent,
      ...(prompt !== undefined && fits(prompt) && { prompt }),
      files: files.map(({ path, text }) => ({ path, ...(text !== undefined && fits(text) && { text }) })),
    })),
    commands: commands.map((command) => (fits(command.content) ? command : { ...command, content: '' })),
  }
}
