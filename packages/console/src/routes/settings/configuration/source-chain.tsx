import { For, Show, type JSX } from 'solid-js'
import type { ConfigurationSource } from '../../../../shared/configuration.ts'
import { escapeInvisible } from '../../../ui/escape-invisible.ts'
import { formatPlural } from '../../../ui/format.ts'
import styles from './configuration.module.css'
import { filePath, type Standpoint } from './source-text.ts'

/** Every place that settings come from, in order: the lower one wins. */
export function SourceChain(props: {
  sources: readonly ConfigurationSource[]
  /** The file that a change goes to. */
  target: string | undefined
  from: Standpoint
  onEdit: (path: string) => void
}): JSX.Element {
  const isThere = ({ state, path }: ConfigurationSource) => state !== 'absent' || path === props.target
  const absent = () => props.sources.filter((source) => !isThere(source))
  return (
    <section class={styles.group} role="region" aria-label="Sources">
      <h2 class={styles.heading}>Sources</h2>
      <p class={styles.note}>In this order: of two that set the same, the lower one wins.</p>
      <ol class={styles.list}>
        <For each={props.sources.filter(isThere)}>
          {(source) => (
            <SourceItem
              source={source}
              isTarget={source.path === props.target}
              from={props.from}
              onEdit={props.onEdit}
            />
          )}
        </For>
      </ol>
      <Show when={absent().length > 0}>
        <details class={styles.absent}>
          <summary>{formatPlural(absent().length, 'place')} that Kilo looks into, where nothing is</summary>
          <ul>
            <For each={absent()}>
              {({ path, label }) => <li>{path === undefined ? label : filePath(path, props.from)}</li>}
            </For>
          </ul>
        </details>
      </Show>
    </section>
  )
}

const STATES: Record<ConfigurationSource['state'], string> = {
  used: 'in use',
  absent: 'not there yet',
  skipped: 'not used',
  unread: 'in use, not read here',
  untold: 'not told apart',
}

/** Its path, if its text can be changed. Without a project those of one are not. */
export const isEditable = (
  { path, edits }: Pick<ConfigurationSource, 'path' | 'edits'>,
  { directory }: Standpoint,
): string | undefined => (edits === 'global' || (edits === 'project' && directory !== '') ? path : undefined)

function SourceItem(props: {
  source: ConfigurationSource
  isTarget: boolean
  from: Standpoint
  onEdit: (path: string) => void
}): JSX.Element {
  const name = () => {
    const { path, label } = props.source
    return path === undefined || path === '' ? label : filePath(path, props.from)
  }
  return (
    <li class={styles.place} data-state={props.source.state}>
      <span class={styles.placeName}>
        <Show when={isEditable(props.source, props.from)} fallback={escapeInvisible(name())}>
          {(path) => (
            <button
              type="button"
              class={styles.file}
              title="Edit this file"
              aria-label={`Edit ${name()}`}
              onClick={() => props.onEdit(path())}
            >
              {escapeInvisible(name())}
            </button>
          )}
        </Show>
      </span>
      <span class={styles.none}>
        {STATES[props.source.state]}
        <Show when={props.source.isNewer}>, changed since Kilo started</Show>
        <Show when={props.isTarget && props.source.path !== undefined}>, changes go here</Show>
      </span>
      <Show when={props.source.why}>{(why) => <p class={styles.why}>{escapeInvisible(why())}</p>}</Show>
    </li>
  )
}
