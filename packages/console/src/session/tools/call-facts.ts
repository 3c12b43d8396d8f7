import type { ToolPart } from '@kilocode/sdk/v2/client'
import { bagOf, textOf } from './registry/input.ts'
import { toolOf } from './registry/registry.ts'
import type { AnsweredQuestion, CallFacts } from './registry/tool.ts'

/** What the records of the registry read of a call, whatever state it is in. */
export function factsOf({ state }: ToolPart): CallFacts {
  const metadata = bagOf('metadata' in state ? state.metadata : undefined)
  // A command that runs tells what it has written so far beside its call.
  const output = state.status === 'completed' ? state.output : metadata['output']
  return { input: bagOf(state.input), metadata, output: textOf(output) }
}

/** The session of the subagent that does the work; empty where none does, or none yet. */
export const childOf = (part: ToolPart): string => toolOf(part.tool).child?.(factsOf(part)) ?? ''

/** Questions that were asked and what was answered, of a call that asked some. */
export function answeredOf(part: ToolPart): AnsweredQuestion[] {
  return part.state.status === 'completed' ? (toolOf(part.tool).answered?.(factsOf(part)) ?? []) : []
}

/** Files of one call that are offered to be opened, and UTF-16 units of the path of one (Linux takes 4,096 bytes). */
const MOST_FILES = 12
const MOST_OF_PATH = 4096

/** The files that a call reads or changes, as it names them. */
export function filesOf(part: ToolPart): string[] {
  const named = toolOf(part.tool).files?.(factsOf(part)) ?? []
  const paths = named.filter((path) => path.trim() !== '' && path.length <= MOST_OF_PATH)
  return [...new Set(paths)].slice(0, MOST_FILES)
}
