/** The registry of tools: one record for each tool of the engine (7.7.7), and one for all that it does not know. */
import { agentTools } from './agents.ts'
import { commandTools } from './commands.ts'
import { fileTools } from './files.ts'
import { questionTools } from './questions.ts'
import { searchTools } from './searches.ts'
import { todoTools } from './todos.ts'
import type { Tool } from './tool.ts'
import { unknownTool } from './unknown.ts'
import { webTools } from './web.ts'

const TABLES = [commandTools, fileTools, searchTools, webTools, todoTools, questionTools, agentTools]

/** Every name that a table has. */
export const TOOL_NAMES: readonly string[] = TABLES.flatMap((table) => Object.keys(table))

// A map, for a tool may be called `constructor`.
const TOOLS: ReadonlyMap<string, Tool> = new Map(TABLES.flatMap((table) => Object.entries(table)))

/** Of any name; one that is not in the tables (MCP, a plugin) shows its input and output as they are. */
export const toolOf = (name: string): Tool => TOOLS.get(name) ?? unknownTool

/** What may be asked for beside the use of a tool. */
const PERMISSIONS = new Map([
  ['external_directory', 'wants to work outside the project’s folder'],
  ['doom_loop', 'repeats the same call and asks whether to continue'],
  ['recall', 'wants to search earlier sessions'],
  ['sandbox_escalation', 'wants to run a command outside of the sandbox'],
])

/** What a request for `permission` says, behind the name of who asks. A tool is asked for by its own name, or by that of its kind. */
export const asksOf = (permission: string): string =>
  PERMISSIONS.get(permission) ?? toolOf(permission).asks ?? `wants to use ${permission}`
