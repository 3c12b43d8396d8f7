import ChevronRight from 'lucide-solid/icons/chevron-right'
import { createEffect, createMemo, createSignal, Index, on, Show, type Accessor, type JSX } from 'solid-js'
import { Virtualizer, type VirtualizerHandle } from 'virtua/solid'
import { ChangeCount } from './change-count.tsx'
import type { ChangedFile } from './changed-file.ts'
import { fitsFilter, stepInTree, treeOf, type TreeEntry } from './file-tree.ts'
import styles from './file-tree.module.css'

const ROW = 26
/** Up to here all entries are on the page, and a reader hears how many there are. */
const MOST_WHOLE = 300

export interface FileTreeProps {
  files: readonly ChangedFile[]
  /** The path of the file that is looked at. */
  current: string | undefined
  isViewed: (file: ChangedFile) => boolean
  /** What is to be said of a file besides: who else changed it. */
  badge?: ((file: ChangedFile) => string | undefined) | undefined
  onPick: (file: ChangedFile) => void
}

/** The changed files, folder by folder, with a filter. One of its entries has the focus, as in every tree. */
export const FileTree = (props: FileTreeProps): JSX.Element => {
  const [filter, setFilter] = createSignal('')
  const [closed, setClosed] = createSignal<ReadonlySet<string>>(new Set())
  const [at, setAt] = createSignal(0)
  let tree: HTMLDivElement | undefined
  let virtual: VirtualizerHandle | undefined
  const fitting = createMemo(() => props.files.filter(({ name }) => fitsFilter(name, filter())))
  // What is looked for is not hidden in a closed folder.
  const shut = () => (filter().trim() === '' ? closed() : new Set<string>())
  const entries = createMemo(() => treeOf(fitting(), ({ name }) => name, shut()))
  createEffect(on(filter, () => setAt(0), { defer: true }))

  const go = (to: number) => {
    setAt(to)
    virtual?.scrollToIndex(to, { align: 'nearest' })
    queueMicrotask(() => tree?.querySelector<HTMLElement>(`[data-at="${to}"]`)?.focus())
  }
  const toggle = (entry: TreeEntry<ChangedFile>) => {
    if (entry.kind === 'file') return props.onPick(entry.file)
    const next = new Set(closed())
    if (!next.delete(entry.path)) next.add(entry.path)
    setClosed(next)
  }
  const press = (event: KeyboardEvent) => {
    const entry = entries()[at()]
    const step = stepInTree(event.key, entries(), at(), shut())
    if (step && 'to' in step) go(step.to)
    else if ((step || event.key === 'Enter' || event.key === ' ') && entry) toggle(entry)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const row = (entry: Accessor<TreeEntry<ChangedFile>>, index: Accessor<number>) => {
    const file = () => fileIn(entry())
    return (
      <Entry
        entry={entry()}
        at={index()}
        isCurrent={file() !== undefined && file()?.path === props.current}
        isOpen={!file() && !shut().has(entry().path)}
        isFocused={index() === Math.min(at(), entries().length - 1)}
        isViewed={when(file(), props.isViewed) ?? false}
        badge={when(file(), props.badge)}
        onPress={() => {
          setAt(index())
          toggle(entry())
        }}
      />
    )
  }
  return (
    <div class={styles.files}>
      <input
        class={styles.filter}
        type="search"
        aria-label="Filter files"
        placeholder="Filter files"
        autocomplete="off"
        spellcheck={false}
        value={filter()}
        onInput={(event) => setFilter(event.currentTarget.value)}
      />
      <div
        ref={(element) => (tree = element)}
        class={styles.tree}
        role="tree"
        aria-label="Changed files"
        onKeyDown={press}
      >
        <Show
          when={entries().length > MOST_WHOLE}
          fallback={
            // By their places: who goes through them by keys keeps the focus while files come.
            <Index each={entries()}>{(entry, index) => row(entry, () => index)}</Index>
          }
        >
          <Virtualizer
            ref={(handle) => (virtual = handle)}
            data={entries()}
            itemSize={ROW}
            keepMounted={[at()]}
          >
            {(entry, index) => row(() => entry, index)}
          </Virtualizer>
        </Show>
      </div>
      <Show when={entries().length === 0}>
        <p class={styles.none}>No matching files</p>
      </Show>
    </div>
  )
}

const fileIn = (entry: TreeEntry<ChangedFile>) => (entry.kind === 'file' ? entry.file : undefined)

const when = <T,>(file: ChangedFile | undefined, say: ((file: ChangedFile) => T) | undefined) =>
  file && say?.(file)

interface EntryProps {
  entry: TreeEntry<ChangedFile>
  at: number
  isCurrent: boolean
  isOpen: boolean
  isFocused: boolean
  isViewed: boolean
  badge: string | undefined
  onPress: () => void
}

const Entry = (props: EntryProps): JSX.Element => {
  const file = () => fileIn(props.entry)
  return (
    <div
      class={styles.entry}
      role="treeitem"
      aria-level={props.entry.level}
      aria-expanded={props.entry.kind === 'folder' ? props.isOpen : undefined}
      aria-selected={props.isCurrent}
      aria-label={file()?.name ?? props.entry.name}
      aria-description={describe(props)}
      title={file()?.name}
      tabIndex={props.isFocused ? 0 : -1}
      data-at={props.at}
      data-viewed={props.isViewed ? '' : undefined}
      style={{ 'padding-left': `${(props.entry.level - 1) * 12 + 4}px` }}
      onClick={() => props.onPress()}
    >
      <Show when={props.entry.kind === 'folder'} fallback={<span class={styles.indent} />}>
        <ChevronRight size={14} class={styles.chevron ?? ''} aria-hidden="true" />
      </Show>
      <span class={styles.name}>{props.entry.name}</span>
      <Show when={props.badge}>
        <span class={styles.badge} aria-hidden="true">
          !
        </span>
      </Show>
      <Show when={file()?.diff}>
        {(diff) => (
          <Show when={diff().additions + diff().deletions > 0}>
            <ChangeCount additions={diff().additions} deletions={diff().deletions} />
          </Show>
        )}
      </Show>
    </div>
  )
}

const describe = ({ entry, isViewed, badge }: EntryProps): string | undefined => {
  if (entry.kind === 'folder') return undefined
  const { status = 'modified' } = entry.file.diff
  return [status, isViewed ? 'viewed' : undefined, badge].filter(Boolean).join(', ')
}
