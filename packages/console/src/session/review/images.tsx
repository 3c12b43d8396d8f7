import { createResource, createSignal, Match, Show, Switch, type JSX } from 'solid-js'
import { imageTypeOf } from '../../../shared/image-type.ts'
import { host } from '../../sdk/host.ts'
import { toProblem } from '../../sdk/problem.ts'
import { fileContent } from '../../sdk/review.ts'
import { Notice } from '../../ui/notice.tsx'
import { settled } from '../../ui/settled.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import type { ChangedFile } from './changed-file.ts'
import styles from './images.module.css'

/** A changed picture as it is now, beside it as it was committed last where that can be read. */
export const Images = (props: { file: ChangedFile }): JSX.Element => {
  const status = () => props.file.diff.status ?? 'modified'
  const [before] = createResource(() => (status() === 'added' ? undefined : props.file), earlierPicture)
  const [now, { refetch }] = createResource(
    () => (status() === 'deleted' ? undefined : props.file),
    pictureNow,
  )
  return (
    <div class={styles.images}>
      <Show when={settled(before)}>
        {(source) => <Picture title="As last committed" name={props.file.name} source={source()} />}
      </Show>
      <Switch fallback={<p class={styles.none}>{NO_PICTURE}</p>}>
        <Match when={status() === 'deleted'}>
          <p class={styles.none}>The picture was deleted.</p>
        </Match>
        <Match when={now.error as unknown}>
          {(error) => (
            <Notice tone="error" title={toProblem(error()).message} onRetry={() => void refetch()} />
          )}
        </Match>
        <Match when={settled(now)}>
          {(source) => (
            <Picture title={status() === 'added' ? 'New' : 'Now'} name={props.file.name} source={source()} />
          )}
        </Match>
        <Match when={now.loading}>
          <Skeleton rows={1} height={120} label="Loading the picture" />
        </Match>
      </Switch>
    </div>
  )
}

const NO_PICTURE = 'A binary file: there are no lines to show.'

/** Anybody can call a file a picture: what the browser makes nothing of is none. */
const Picture = (props: { title: string; name: string; source: string }): JSX.Element => {
  const [broken, setBroken] = createSignal(false)
  return (
    <figure class={styles.image}>
      <figcaption>{props.title}</figcaption>
      <Show when={!broken()} fallback={<p class={styles.none}>{NO_PICTURE}</p>}>
        <img src={props.source} alt={`${props.name}: ${props.title}`} onError={() => setBroken(true)} />
      </Show>
    </figure>
  )
}

const asUrl = (path: string, base64: string) => `data:${imageTypeOf(path)};base64,${base64}`

async function pictureNow({ place, path }: ChangedFile): Promise<string | null> {
  const { content, encoding } = await fileContent(place, path)
  return encoding === 'base64' && content !== '' ? asUrl(path, content) : null
}

/** Beside the managed daemon there is no git of its machine to ask: then the picture stands alone. */
async function earlierPicture({ place, path }: ChangedFile): Promise<string | null> {
  const answer = await host.earlierFile(place.serverId, place.directory, path).catch(() => null)
  return answer?.content ? asUrl(path, answer.content) : null
}
