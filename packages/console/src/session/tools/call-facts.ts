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

/** Questions that were asked and what was answered, of a call that asked some. */
export function answeredOf(part: ToolPart): AnsweredQuestion[] {
  return part.state.status === 'completed' ? (toolOf(part.tool).answered?.(factsOf(part)) ?? []) : []
}
