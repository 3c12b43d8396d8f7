import { createResource, Match, Show, Switch, type JSX } from 'solid-js'
import { host } from '../../sdk/host.ts'
import { toProblem } from '../../sdk/problem.ts'
import { fileContent } from '../../sdk/review.ts'
import { Notice } from '../../ui/notice.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import type { ChangedFile } from './changed-file.ts'
import { imageTypeOf } from './image-type.ts'
import styles from './images.module.css'

/** A changed picture as it is now, and beside it as it was where that can be read. */
export const Images = (props: { file: ChangedFile }): JSX.Element => {
  const [now, { refetch }] = createResource(
    () => (props.file.diff.status === 'deleted' ? undefined : props.file),
    async ({ place, path }) => {
      const { content, encoding } = await fileContent(place, path)
      return encoding === 'base64' && content !== '' ? `data:${imageTypeOf(path)};base64,${content}` : null
    },
  )
  const [before] = createResource(
    () => (props.file.diff.status === 'added' ? undefined : props.file),
    async ({ place, path }) => {
      // Beside the managed daemon there is no git of its machine to ask.
      const { content } = await host
        .earlierFile(place.serverId, place.directory, path)
        .catch(() => ({ content: null }))
      return content === null ? null : `data:${imageTypeOf(path)};base64,${content}`
    },
  )
  return (
    <div class={styles.images}>
      <Show when={before.latest}>
        {(source) => (
          <figure class={styles.image}>
            <figcaption>As last committed</figcaption>
            <img src={source()} alt={`${props.file.name}, as last committed`} />
          </figure>
        )}
      </Show>
      <Show
        when={props.file.diff.status !== 'deleted'}
        fallback={<p class={styles.none}>The picture was deleted.</p>}
      >
        <figure class={styles.image}>
          <figcaption>{props.file.diff.status === 'added' ? 'New' : 'Now'}</figcaption>
          <Switch>
            <Match when={now.error as unknown}>
              {(error) => (
                <Notice tone="error" title={toProblem(error()).message} onRetry={() => void refetch()} />
              )}
            </Match>
            <Match when={now.loading}>
              <Skeleton rows={1} height={120} label="Loading the picture" />
            </Match>
            <Match when={now.latest}>
              {(source) => <img src={source()} alt={`${props.file.name}, as it is now`} />}
            </Match>
            <Match when={true}>
              <p class={styles.none}>A binary file: it can’t be shown as a picture.</p>
            </Match>
          </Switch>
        </figure>
      </Show>
    </div>
  )
}
