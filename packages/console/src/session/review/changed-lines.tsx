import type { SnapshotFileDiff } from '@kilocode/sdk/v2/client'
import { createResource, lazy, Match, Switch, type JSX } from 'solid-js'
import { toProblem } from '../../sdk/problem.ts'
import { wholeDiff } from '../../sdk/whole-diff.ts'
import { Notice } from '../../ui/notice.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useSession } from '../session-view.ts'
import { hasLines, whyNoPatch } from '../../code/diff/diff-notes.ts'
import { unquoted } from '../../code/diff/git-name.ts'
import styles from './review.module.css'

const DiffView = lazy(() => import('../../code/diff/diff-view.tsx'))

const saysAll = ({ patch = '', additions, deletions }: SnapshotFileDiff): boolean =>
  hasLines(patch) || (patch !== '' && additions + deletions === 0)

/** The lines of a changed file. Where the list of changes left them out, the engine is asked for this file alone. */
export const ChangedLines = (props: { diff: SnapshotFileDiff; id: string }): JSX.Element => {
  const { ref, directory } = useSession()
  const [asked, { refetch }] = createResource(
    () => (saysAll(props.diff) ? undefined : props.diff),
    async (diff) => {
      const [whole, { wholePatch }] = await Promise.all([
        wholeDiff({ ...ref, directory: directory() }, unquoted(diff.file ?? '')),
        import('../../code/diff/whole-patch.ts'),
      ])
      return { patch: whole && (await wholePatch(whole)), sides: whole ?? {} }
    },
  )
  const patch = () => (saysAll(props.diff) ? props.diff.patch : asked.latest?.patch)
  return (
    <Switch>
      <Match when={asked.error as unknown}>
        {(error) => <Notice tone="error" title={toProblem(error()).message} onRetry={() => void refetch()} />}
      </Match>
      <Match when={asked.state === 'pending'}>
        <Skeleton rows={4} height={18} label="Loading changes" />
      </Match>
      <Match when={patch()}>
        {(patch) => <DiffView patch={patch()} id={props.id} counts={props.diff} />}
      </Match>
      <Match when={asked.latest}>
        {(answer) => <p class={styles.why}>{whyNoPatch(props.diff, answer().sides)}</p>}
      </Match>
    </Switch>
  )
}
