import type { GitWorktree } from '../../../shared/git.ts'
import { formatPlural } from '../../ui/format.ts'

/** What a worktree has of its own, in words. Pure. */
export function sayState({ isMain, changed, ahead, behind }: GitWorktree, main = 'main'): string {
  const uncommitted = changed > 0 ? `${formatPlural(changed, 'file')} not committed` : ''
  if (isMain) return uncommitted === '' ? 'clean' : uncommitted
  const commits = [
    ahead > 0 ? `${formatPlural(ahead, 'commit')} ahead of ${main}` : '',
    behind > 0 ? `${formatPlural(behind, 'commit')} behind` : '',
  ]
  const said = [...commits, uncommitted].filter((part) => part !== '')
  return said.length > 0 ? said.join(', ') : `nothing that ${main} has not`
}

/** What goes when it is removed: undefined, nothing. */
export function sayLoss({ changed, ahead, branch }: GitWorktree): string | undefined {
  const lost = [
    changed > 0 ? `${formatPlural(changed, 'file')} that ${changed === 1 ? 'is' : 'are'} not committed` : '',
    ahead > 0
      ? `${formatPlural(ahead, 'commit')} of ${branch ?? 'it'} that ${ahead === 1 ? 'is' : 'are'} not merged`
      : '',
  ].filter((part) => part !== '')
  return lost.length > 0 ? lost.join(', and ') : undefined
}
