import type { GitWorktree } from '../../../shared/git.ts'
import { escapeInvisible } from '../../ui/escape-invisible.ts'
import { formatPlural } from '../../ui/format.ts'

/** What a worktree has of its own, in words. Pure. */
export function sayState({ isMain, changed, ahead, behind }: GitWorktree, main = 'main'): string {
  const uncommitted =
    changed === undefined
      ? 'changes unknown'
      : changed > 0
        ? `${formatPlural(changed, 'file')} not committed`
        : ''
  if (isMain) return uncommitted === '' ? 'clean' : uncommitted
  const commits =
    ahead === undefined || behind === undefined
      ? ['commits unknown']
      : [
          ahead > 0 ? `${formatPlural(ahead, 'commit')} ahead of ${escapeInvisible(main)}` : '',
          behind > 0 ? `${formatPlural(behind, 'commit')} behind` : '',
        ]
  const said = [...commits, uncommitted].filter((part) => part !== '')
  return said.length > 0 ? said.join(', ') : `up to date with ${escapeInvisible(main)}`
}

/** What goes when it is removed, in sentences. Of what could not be counted nothing is promised. Pure. */
export function sayLoss({ changed, ahead, branch }: GitWorktree): string {
  const lost = [
    changed ? formatPlural(changed, 'uncommitted file') : '',
    ahead ? `${formatPlural(ahead, 'unmerged commit')}${branch ? ` on ${escapeInvisible(branch)}` : ''}` : '',
  ].filter((part) => part !== '')
  const unknown = [
    changed === undefined ? 'uncommitted files' : '',
    ahead === undefined ? 'unmerged commits' : '',
  ].filter((part) => part !== '')
  const sentences = [
    lost.length > 0 ? `Lost: ${lost.join(', and ')}.` : '',
    unknown.length > 0 ? `Unknown: whether there are ${unknown.join(', or ')}.` : '',
  ].filter((part) => part !== '')
  return sentences.length > 0 ? sentences.join(' ') : 'All of it is merged: nothing is lost.'
}
