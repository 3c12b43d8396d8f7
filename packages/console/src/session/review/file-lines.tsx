import type { SnapshotFileDiff } from '@kilocode/sdk/v2/client'
import { createMemo, createResource, Index, Match, Show, Switch, type JSX } from 'solid-js'
import { imageTypeOf } from '../../../shared/image-type.ts'
import { languageOfFile } from '../../code/language-names.ts'
import { hasLines, whyNoPatch } from '../../code/diff/diff-notes.ts'
import { FileDiff, type Talk } from '../../code/diff/file-diff.tsx'
import type { LineRange } from '../../code/diff/line-range.ts'
import { parsePatch, type FilePatch, type Hunk } from '../../code/diff/unified-diff.ts'
import { wholePatch } from '../../code/diff/whole-patch.ts'
import { toProblem } from '../../sdk/problem.ts'
import { fileContent } from '../../sdk/review.ts'
import { Notice } from '../../ui/notice.tsx'
import { settled } from '../../ui/settled.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { isSamePlace, type ChangedFile } from './changed-file.ts'
import { Images } from './images.tsx'
import { diffLayout, wrapsLines } from './review-state.ts'
import styles from './changes.module.css'
import { isOfSession, wholeOf } from './whole-of.ts'

const saysAll = ({ patch = '', additions, deletions }: SnapshotFileDiff): boolean =>
  hasLines(patch) || (patch !== '' && additions + deletions === 0)

export interface FileLinesProps {
  file: ChangedFile
  talk: Talk | undefined
  shared: ((range: LineRange) => string | undefined) | undefined
  onUndo: ((patch: FilePatch, hunk: Hunk) => void) | undefined
}

/** The lines of a changed file. Where the list of changes left them out, the engine is asked for this file alone. */
export const FileLines = (props: FileLinesProps): JSX.Element => {
  const [asked, { refetch }] = createResource(
    () => (saysAll(props.file.diff) || !isOfSession(props.file) ? undefined : props.file),
    async (file) => {
      const whole = await wholeOf(file)
      return { of: file.place, patch: whole && (await wholePatch(whole)), sides: whole ?? {} }
    },
  )
  // Of another source, which the file may have been looked at in before, it says nothing.
  const answer = () => {
    const last = settled(asked)
    return last && isSamePlace(last.of, props.file.place) ? last : undefined
  }
  // A list that is read again has most patches as they were: then their rows stay.
  const patch = createMemo(() => (saysAll(props.file.diff) ? props.file.diff.patch : answer()?.patch))
  const parsed = createMemo(() => parsePatch(patch() ?? ''))
  const isImage = () =>
    imageTypeOf(props.file.path) !== undefined && !parsed().some(({ hunks }) => hunks.length > 0)
  return (
    <Switch>
      <Match when={asked.error as unknown}>
        {(error) => <Notice tone="error" title={toProblem(error()).message} onRetry={() => void refetch()} />}
      </Match>
      <Match when={asked.loading && !answer()}>
        <Skeleton rows={4} height={18} label="Loading changes" />
      </Match>
      <Match when={isImage()}>
        <Images file={props.file} />
      </Match>
      <Match when={parsed().length > 0}>
        <Index each={parsed()}>
          {(file) => (
            <FileDiff
              file={file()}
              counts={parsed().length === 1 ? props.file.diff : undefined}
              layout={diffLayout()}
              wrap={wrapsLines()}
              language={languageOfFile(props.file.path)}
              whole={() => textNow(props.file)}
              talk={props.talk}
              shared={props.shared}
              onUndo={props.onUndo && ((hunk) => props.onUndo?.(file(), hunk))}
            />
          )}
        </Index>
      </Match>
      <Match when={true}>
        <Show when={whyNoPatch(props.file.diff, answer()?.sides ?? {})}>
          {(why) => <p class={styles.why}>{why()}</p>}
        </Show>
      </Match>
    </Switch>
  )
}

/** The file's text behind the change: of a session as it left it, else as it is. */
async function textNow(file: ChangedFile): Promise<string | undefined> {
  if (isOfSession(file)) return (await wholeOf(file))?.after
  const { content, encoding } = await fileContent(file.place, file.path)
  return encoding === undefined ? content : undefined
}
