import type { Message, Session } from '@kilocode/sdk/v2/client'
import { isTakenBack } from '../store/taken-back.ts'

/** What was taken back with `/undo` or its like: the engine keeps it until the next prompt, and can bring it back. */
export interface Reverted {
  messages: Message[]
  /** Files that were put back as they were before. */
  files: number
  /** False where the project keeps no snapshots: then files are as they were. */
  filesRestored: boolean
}

export interface Parted {
  /** What still counts. */
  messages: Message[]
  reverted: Reverted | undefined
}

/** Parts the messages where the session was taken back to: all from that message's id on (docs/engine.md). Pure. */
export function partAt(messages: readonly Message[], revert: Session['revert']): Parted {
  if (!revert) return { messages: [...messages], reverted: undefined }
  const isGone = (message: Message) => isTakenBack(message, revert)
  return {
    messages: messages.filter((message) => !isGone(message)),
    reverted: {
      messages: messages.filter(isGone),
      files: revert.diff?.match(/^diff --git /gm)?.length ?? 0,
      filesRestored: revert.workspace === undefined || revert.workspace === 'restored',
    },
  }
}
