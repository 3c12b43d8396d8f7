import { createMemo, createSignal, onCleanup, Show, type JSX } from 'solid-js'
import { makeNearBlocks, NearBlocksProvider } from '../../code/diff/near-blocks.ts'
import styles from './changes.module.css'

/** Scrolls, and knows which files are near. */
export const FileList = (props: { children: JSX.Element }): JSX.Element => {
  const [scroller, setScroller] = createSignal<HTMLElement>()
  const near = createMemo(() => {
    const root = scroller()
    if (!root) return undefined
    const made = makeNearBlocks(root)
    onCleanup(made.dispose)
    return made
  })
  return (
    <div ref={setScroller} class={styles.list}>
      <NearBlocksProvider value={near}>
        <Show when={near()}>{props.children}</Show>
      </NearBlocksProvider>
    </div>
  )
}
