import type { Message, Part } from '@kilocode/sdk/v2/client'
import { changedName } from '../changed-name.ts'

export interface UndoneFile {
  name: string
  additions: number
  deletions: number
}

/** What taking back a prompt would undo. */
export interface Undone {
  prompts: number
  answers: number
  /** As the turns' diffs tell, by name. */
  files: UndoneFile[]
  /** False where the project keeps no snapshots: then files stay as they are. */
  restoresFiles: boolean
}

/** Taking back the prompt `messageId` takes back all from it on: ids ascend (docs/engine.md). Pure. */
export function undoneBy(
  messages: readonly Message[],
  partsOf: (messageId: string) => readonly Part[],
  messageId: string,
): Undone {
  const gone = messages.filter(({ id }) => id >= messageId)
  const files = new Map<string, UndoneFile>()
  for (const message of gone) {
    if (message.role !== 'user') continue
    for (const diff of message.summary?.diffs ?? []) {
      const name = changedName(diff)
      const known = files.get(name) ?? { name, additions: 0, deletions: 0 }
      known.additions += diff.additions
      known.deletions += diff.deletions
      files.set(name, known)
    }
  }
  const steps = gone.flatMap(({ id }) => partsOf(id)).filter((part) => part.type === 'step-start')
  return {
    prompts: gone.filter(({ role }) => role === 'user').length,
    answers: gone.filter(({ role }) => role === 'assistant').length,
    files: [...files.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    restoresFiles: steps.length === 0 || steps.some(({ snapshot }) => snapshot !== undefined),
  }
}
