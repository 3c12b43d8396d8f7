import { Show, type JSX } from 'solid-js'
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
  onClose: () => void
  onRemove: (worktree: GitWorktree) => void
}): JSX.Element => (
  <Dialog
    open={props.worktree !== undefined}
    onClose={props.onClose}
    title="Remove this worktree?"
    footer={
      <>
        <Button onClick={props.onClose}>Cancel</Button>
        <Button
          variant="danger"
          disabled={props.working}
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
            The folder and the branch {escapeInvisible(worktree().branch ?? '')} are deleted for good.{' '}
            {sayLoss(worktree()) ? `Lost: ${sayLoss(worktree())}.` : 'All of it is merged: nothing is lost.'}
          </p>
          <Show when={props.working}>
            <p>A session is working in it. Stop it first.</p>
          </Show>
          <Show when={!props.working && props.sessions > 0}>
            <p>{formatPlural(props.sessions, 'session')} of it can be read, but not continued.</p>
          </Show>
        </>
      )}
    </Show>
  </Dialog>
)
