import {
  createEffect,
  createMemo,
  createResource,
  createSignal,
  Match,
  Show,
  Switch,
  type JSX,
} from 'solid-js'
import { CodeText } from '../../code/code-text.tsx'
import { languageOfFile } from '../../code/language-names.ts'
import type { FileReference } from '../../code/file-reference.ts'
import { readFile } from '../../sdk/file-view.ts'
import { toProblem } from '../../sdk/problem.ts'
import { Button } from '../../ui/button.tsx'
import { formatBytes } from '../../ui/format.ts'
import { Notice } from '../../ui/notice.tsx'
import { settled } from '../../ui/settled.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useSession } from '../session-view.ts'
import { placeIn } from './file-place.ts'
import { textFrom, viewOf, windowOf, type FileView } from './file-view.ts'
import styles from './files.module.css'

/** A file of the session's folder, at a line. A chunk of its own, loaded when the first one is opened. */
export default function FileBody(props: { reference: FileReference }): JSX.Element {
  const { ref, directory } = useSession()
  const [view, { refetch }] = createResource(
    () => props.reference,
    async ({ path }): Promise<FileView> => {
      const place = placeIn(directory(), path)
      return place === undefined
        ? { kind: 'outside' }
        : viewOf(await readFile(ref.serverId, directory(), place))
    },
  )
  const only = <K extends FileView['kind']>(kind: K) => {
    const now = settled(view)
    return now?.kind === kind ? (now as Extract<FileView, { kind: K }>) : undefined
  }
  return (
    <Switch fallback={<Skeleton rows={12} height={18} label="Loading the file" />}>
      <Match when={view.error as unknown}>
        {(error) => (
          <Notice
            tone="error"
            title={`Couldn’t read this file: ${toProblem(error()).message}`}
            hint={toProblem(error()).hint}
            onRetry={() => void refetch()}
          />
        )}
      </Match>
      <Match when={only('text')}>
        {(shown) => <FileText text={shown().text} reference={props.reference} />}
      </Match>
      <Match when={only('picture')}>
        {(shown) => <img class={styles.picture} src={shown().url} alt={props.reference.path} />}
      </Match>
      <Match when={only('outside')}>
        <p class={styles.note}>This file is outside of the session’s folder, so it can’t be shown here.</p>
      </Match>
      <Match when={only('missing')}>
        <p class={styles.note}>There is no such file in {directory()} now.</p>
      </Match>
      <Match when={only('empty')}>
        <p class={styles.note}>The file is empty.</p>
      </Match>
      <Match when={only('binary')}>
        {(shown) => <p class={styles.note}>A binary file of {formatBytes(shown().size)}.</p>}
      </Match>
      <Match when={only('large')}>
        {(shown) => (
          <p class={styles.note}>The file is too large to show here: {formatBytes(shown().size)}.</p>
        )}
      </Match>
    </Switch>
  )
}

const FileText = (props: { text: string; reference: FileReference }): JSX.Element => {
  const shown = createMemo(() => windowOf(props.text, props.reference.line))
  const [whole, setWhole] = createSignal(false)
  const firstLine = () => (whole() ? 1 : shown().firstLine)
  let box: HTMLDivElement | undefined
  createEffect(() => {
    if (shown().marked !== undefined && !whole())
      box?.querySelector('[data-marked]')?.scrollIntoView({ block: 'center' })
  })
  return (
    <div ref={(element) => (box = element)} class={styles.text}>
      <Show when={firstLine() > 1}>
        <Button size="small" variant="ghost" onClick={() => setWhole(true)}>
          Show from line 1
        </Button>
      </Show>
      <CodeText
        id={`file ${props.reference.path} ${firstLine()}`}
        text={textFrom(props.text, firstLine())}
        language={languageOfFile(props.reference.path)}
        firstLine={firstLine()}
        marked={shown().marked}
      />
    </div>
  )
}
