import ChevronsDownUp from 'lucide-solid/icons/chevrons-down-up'
import ChevronsUpDown from 'lucide-solid/icons/chevrons-up-down'
import FolderTree from 'lucide-solid/icons/folder-tree'
import RotateCw from 'lucide-solid/icons/rotate-cw'
import TextWrap from 'lucide-solid/icons/text-wrap'
import { createMemo, For, Show, type JSX } from 'solid-js'
import { useExpansion } from '../../code/expansion.ts'
import type { Layout } from '../../code/diff/blocks.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { useSession } from '../session-view.ts'
import { ChangeCount } from './change-count.tsx'
import type { ChangedFiles } from './create-changed-files.ts'
import {
  chooseSource,
  diffLayout,
  reviewTurn,
  setDiffLayout,
  setTreeIsShown,
  setWrapsLines,
  treeIsShown,
  wrapsLines,
} from './review-state.ts'
import { isSourceKind, SOURCE_NAMES, type SourceKind } from './source.ts'
import styles from './review.module.css'

const LAYOUTS: [Layout, string][] = [
  ['unified', 'Unified'],
  ['split', 'Split'],
]

/** What is looked at, and how. */
export const ChangesBar = (props: {
  changed: ChangedFiles
  ids: string[]
  someOpen: boolean
}): JSX.Element => {
  const view = useSession()
  const expansion = useExpansion()
  const files = () => props.changed.files()
  const total = createMemo(() => ({
    additions: files().reduce((sum, { diff }) => sum + diff.additions, 0),
    deletions: files().reduce((sum, { diff }) => sum + diff.deletions, 0),
  }))
  const lastPrompt = () => view.messages().findLast(({ role }) => role === 'user')?.id
  const kinds = (): SourceKind[] => [
    'session',
    ...(lastPrompt() ? (['turn'] as const) : []),
    'tree',
    'branch',
  ]
  const choose = (kind: string) => {
    if (!isSourceKind(kind)) return
    const { sessionId } = view.ref
    if (kind === 'turn') reviewTurn(sessionId, lastPrompt() ?? '')
    else chooseSource(sessionId, { kind })
  }
  const someOpen = () => props.someOpen
  const setAll = (open: boolean) => props.ids.forEach((id) => expansion.set(id, open))
  const split = () => diffLayout() === 'split'
  return (
    <div class={styles.bar}>
      <h2 class={styles.heading}>
        Changes
        <Show when={files().length > 0}>
          <span class={styles.count}>{files().length}</span>
          <ChangeCount {...total()} />
        </Show>
      </h2>
      <select
        class={styles.source}
        aria-label="Changes of"
        onChange={(event) => choose(event.currentTarget.value)}
      >
        <For each={kinds()}>
          {(kind) => (
            <option value={kind} selected={kind === props.changed.source().kind}>
              {SOURCE_NAMES[kind]}
            </option>
          )}
        </For>
      </select>
      <span class={styles.gap} />
      <fieldset class={styles.layouts}>
        <legend class={styles.legend}>Layout</legend>
        <For each={LAYOUTS}>
          {([value, title]) => (
            <label class={styles.layout} data-on={diffLayout() === value ? '' : undefined}>
              <input
                type="radio"
                name="diff-layout"
                value={value}
                checked={diffLayout() === value}
                onChange={() => setDiffLayout(value)}
              />
              {title}
            </label>
          )}
        </For>
      </fieldset>
      {/* Two columns have no room for long lines. */}
      <IconButton
        name="Wrap lines"
        aria-pressed={wrapsLines() || split()}
        disabled={split()}
        onClick={() => setWrapsLines(!wrapsLines())}
      >
        <TextWrap />
      </IconButton>
      <IconButton
        name="File tree"
        aria-pressed={treeIsShown()}
        onClick={() => setTreeIsShown(!treeIsShown())}
      >
        <FolderTree />
      </IconButton>
      <IconButton
        name={someOpen() ? 'Collapse all files' : 'Expand all files'}
        onClick={() => setAll(!someOpen())}
      >
        <Show when={someOpen()} fallback={<ChevronsUpDown />}>
          <ChevronsDownUp />
        </Show>
      </IconButton>
      <Show when={props.changed.source().kind !== 'session'}>
        <IconButton name="Reload changes" onClick={() => props.changed.reload()}>
          <RotateCw />
        </IconButton>
      </Show>
    </div>
  )
}
