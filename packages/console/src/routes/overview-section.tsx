import { For, Show, Suspense, type Component, type JSX } from 'solid-js'
import { Skeleton } from '../ui/skeleton.tsx'
import styles from './overview.module.css'

/** A titled list of entries, by their keys in the roster view. Nothing when there are none. */
export function OverviewSection(props: {
  title: string
  names: readonly string[]
  row: Component<{ name: string }>
  cards?: boolean
}): JSX.Element {
  return (
    <Show when={props.names.length > 0}>
      <section class={styles.section} aria-label={props.title}>
        <h2 class={styles.heading}>{props.title}</h2>
        <div class={styles.list} data-cards={props.cards ? '' : undefined}>
          <Suspense fallback={<Skeleton rows={props.names.length} height={120} label={props.title} />}>
            <For each={props.names}>{(name) => <props.row name={name} />}</For>
          </Suspense>
        </div>
      </section>
    </Show>
  )
}
