import { createWorktree } from '../sdk/worktrees.ts'
import type { Place } from '../store/actions/sessions.ts'
import { reportFailure } from './report-failure.ts'
import type { Start } from './start.ts'

/** Makes a worktree of the repository there, begins a session in it and goes to that. A failure is shown with a retry. */
export async function startInWorktree(start: Start, place: Place | undefined): Promise<void> {
  if (!place) return
  try {
    const { directory } = await createWorktree(place)
    await start.startIn('session', { serverId: place.serverId, directory })
  } catch (error) {
    reportFailure('Couldn’t make a worktree', error, () => void startInWorktree(start, place))
  }
}
