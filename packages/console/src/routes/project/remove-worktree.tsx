import { createResource, Show, type JSX } from 'solid-js'
import type { GitWorktree } from '../../../shared/git.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { escapeInvisible } from '../../ui/escape-invisible.ts'
import { formatPlural } from '../../ui/format.ts'
import { sayLoss } from './worktree-text.ts'

/** The engine removes a worktree with its branch and all that is not committed, without a word: so it is asked here. */
export const RemoveWorktree = (props: {
  worktree: GitWorktree | undefined
  working: boolean
  sessions: number
  /** Reads anew what it has: the list may be from long before. */
  look: (worktree: GitWorktree) => Promise<GitWorktree>
  onClose: () => void
  onRemove: (worktree: GitWorktree) => void
}): JSX.Element => {
  const [looked] = createResource(
    () => props.worktree,
    (worktree) => props.look(worktree).catch(() => uncounted(worktree)),
  )
  // Not of the worktree that was asked about before.
  const now = () => (looked.state === 'ready' ? looked() : undefined)
  return (
    <Dialog
      open={props.worktree !== undefined}
      onClose={props.onClose}
      title="Remove this worktree?"
      footer={
        <>
          <Button onClick={props.onClose}>Cancel</Button>
          <Button
            variant="danger"
            disabled={props.working || !now()}
            onClick={() => props.worktree && props.onRemove(props.worktree)}
          >
            Remove worktree
          </Button>
        </>
      }
    >
      <Show when={props.worktree}>
        {(worktree) => (
          <>
            <p>
              {whatGoes(worktree())} deleted for good.{' '}
              <Show when={now()} fallback="Checking what would be lost…">
                {(found) => sayLoss(found())}
              </Show>
            </p>
            <Show when={props.working}>
              <p>A session is working in it. Stop it first.</p>
            </Show>
            <Show when={!props.working && props.sessions > 0}>
              <p>{formatPlural(props.sessions, 'session')} in it will become read-only.</p>
            </Show>
          </>
        )}
      </Show>
    </Dialog>
  )
}

const whatGoes = ({ branch }: GitWorktree) =>
  branch === undefined ? 'The folder is' : `The folder and the branch ${escapeInvisible(branch)} are`

const uncounted = ({ directory, isMain }: GitWorktree): GitWorktree => ({ directory, isMain })
