import type { SnapshotFileDiff } from '@kilocode/sdk/v2/client'
import { unquoted } from '../code/diff/git-name.ts'
import { escapeInvisible } from '../ui/escape-invisible.ts'

/** Events tell names as git quotes them, the list does not; no name may pass for another. Pure. */
export const changedName = ({ file }: Pick<SnapshotFileDiff, 'file'>): string =>
  escapeInvisible(unquoted(file ?? 'unnamed file'))
    .replaceAll('\n', '\\n')
    .replaceAll('\t', '\\t')
