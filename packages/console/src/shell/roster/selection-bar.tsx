import Archive from 'lucide-solid/icons/archive'
import CheckCheck from 'lucide-solid/icons/check-check'
import GitCompare from 'lucide-solid/icons/git-compare'
import Square from 'lucide-solid/icons/square'
import X from 'lucide-solid/icons/x'
import { createEffect, createMemo, For, on, Show, type Component, type JSX } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { COMMAND_LIST, type CommandId } from '../../commands/command-list.ts'
import { useShell } from '../../frame/shell-context.ts'
import { announce } from '../../ui/announce.tsx'
import { formatPlural } from '../../ui/format.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { createRowActs } from './row-acts.ts'
import styles from './roster.module.css'

const ICONS: Partial<Record<CommandId, Component>> = {
  'session.mark-read': CheckCheck,
  'session.end-turn': Square,
  'session.review-together': GitCompare,
  'session.archive': Archive,
}

/** How many are selected, and what can be done with all of them. */
export function SelectionBar(): JSX.Element {
  const { selection } = useShell()
  const actsFor = createRowActs()
  // By their ids: what changes in the roster must not take a button away from under the pointer, or the focus.
  const acts = createMemo(() => new Map(actsFor(selection.names()).map((act) => [act.id, act])))
  const count = () => formatPlural(selection.names().length, 'session')
  createEffect(on(count, () => announce(`${count()} selected`)))
  return (
    <div class={styles.selection} role="toolbar" aria-label="Selected sessions">
      <span class={styles.selected}>{selection.names().length} selected</span>
      <For each={[...acts().keys()]}>
        {(id) => (
          <Show when={acts().get(id)}>
            {(act) => (
              <IconButton name={act().title ?? COMMAND_LIST[id].title} onClick={() => act().run()}>
                <Dynamic component={ICONS[id] ?? X} />
              </IconButton>
            )}
          </Show>
        )}
      </For>
      <IconButton name={COMMAND_LIST['clear-selection'].title} keys="esc" onClick={selection.clear}>
        <X />
      </IconButton>
    </div>
  )
}
