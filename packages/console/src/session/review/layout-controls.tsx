import FolderTree from 'lucide-solid/icons/folder-tree'
import TextWrap from 'lucide-solid/icons/text-wrap'
import { For, type JSX } from 'solid-js'
import type { Layout } from '../../code/diff/blocks.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import {
  diffLayout,
  setDiffLayout,
  setTreeIsShown,
  setWrapsLines,
  treeIsShown,
  wrapsLines,
} from './review-state.ts'
import hidden from '../../ui/visually-hidden.module.css'
import styles from './layout-controls.module.css'

const LAYOUTS: [Layout, string][] = [
  ['unified', 'Unified'],
  ['split', 'Split'],
]

/** How changes are shown: one choice for all reviews of this browser. */
export const LayoutControls = (): JSX.Element => {
  const split = () => diffLayout() === 'split'
  return (
    <>
      <fieldset class={styles.layouts}>
        <legend class={hidden.hidden}>Layout</legend>
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
    </>
  )
}
