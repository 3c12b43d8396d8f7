import type { Mark } from '../../../../shared/unsent.ts'
import type { CommandId } from '../../../commands/command-list.ts'

interface Named {
  /** Unique in its list, and what its use is remembered by. */
  id: string
  /** As it is shown: nothing invisible in it. */
  title: string
  detail?: string | undefined
}

/** Something that can take the place of what was typed behind `@` or `/`. */
export type Suggestion =
  | (Named & { kind: 'file' | 'folder'; path: string })
  | (Named & { kind: 'agent'; name: string })
  | (Named & SlashCommand & { kind: 'command' })

/** `own`: of this page, by its id in the list of commands. */
export interface SlashCommand {
  name: string
  description?: string | undefined
  source: 'command' | 'mcp' | 'skill' | 'own'
  /** What its arguments are, for a person. */
  hint?: string | undefined
  own?: CommandId
}

export interface Insertion {
  text: string
  marks: Mark[]
}
