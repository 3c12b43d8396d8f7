import type { MadeWorktree } from '@kilo-console/engine/edge/worktree'
import { readAnswer } from './answer.ts'
import { engine, unwrap } from './engine.ts'

interface Place {
  serverId: string
  directory: string
}

/** A new worktree of the repository there, on a branch of its own. The engine finds the name. */
export function createWorktree({ serverId, directory }: Place): Promise<MadeWorktree> {
  const call = engine(serverId).worktree.create({ directory, worktreeCreateInput: {} })
  return readAnswer(serverId, 'worktree', call)
}

/** Removes it with its branch and all that is not committed. */
export async function removeWorktree({ serverId, directory }: Place, worktree: string): Promise<void> {
  await unwrap(engine(serverId).worktree.remove({ directory, worktreeRemoveInput: { directory: worktree } }))
}
