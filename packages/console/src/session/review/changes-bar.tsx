import { A } from '@solidjs/router'
import ChevronsDownUp from 'lucide-solid/icons/chevrons-down-up'
import ChevronsUpDown from 'lucide-solid/icons/chevrons-up-down'
import Layers from 'lucide-solid/icons/layers'
import RotateCw from 'lucide-solid/icons/rotate-cw'
import { createMemo, For, Show, type JSX } from 'solid-js'
import { useExpansion } from '../../code/expansion.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { useConsole } from '../../store/context.ts'
import { links } from '../../store/links.ts'
import { tip } from '../../ui/tooltip.tsx'
import { useSession } from '../session-view.ts'
import { ChangeCount } from './change-count.tsx'
import type { ChangedFiles } from './create-changed-files.ts'
import { chooseSource, reviewTurn } from './review-state.ts'
import { LayoutControls } from './layout-controls.tsx'
import { isSourceKind, SOURCE_NAMES } from './source.ts'
import { writeChosen } from './several/chosen-sessions.ts'
import panel from './panel.module.css'
import styles from './changes.module.css'

const EARLIER = 'earlier turn'

/** What is looked at, and how. */
export const ChangesBar = (props: {
  changed: ChangedFiles
  ids: string[]
  someOpen: boolean
  onCommit: (() => void) | undefined
}): JSX.Element => {
  const { can } = useConsole()
  const view = useSession()
  const expansion = useExpansion()
  const files = () => props.changed.files()
  const total = createMemo(() => ({
    additions: files().reduce((sum, { diff }) => sum + diff.additions, 0),
    deletions: files().reduce((sum, { diff }) => sum + diff.deletions, 0),
  }))
  const lastPrompt = createMemo(() => view.messages().findLast(({ role }) => role === 'user')?.id)
  // Those of a turn before the last are reached from the conversation, and stay in the list as long as they are shown.
  const isEarlier = createMemo(() => {
    const source = props.changed.source()
    return source.kind === 'turn' && source.messageID !== lastPrompt()
  })
  const ofSession = () => can(view.ref.serverId, 'session-diff')
  const shown = () => (isEarlier() ? EARLIER : props.changed.source().kind)
  const choices = createMemo((): [value: string, name: string][] => [
    ...(ofSession() ? [['session', SOURCE_NAMES.session] satisfies [string, string]] : []),
    ...(isEarlier() ? [[EARLIER, 'Earlier turn'] satisfies [string, string]] : []),
    ...(lastPrompt() ? [['turn', SOURCE_NAMES.turn] satisfies [string, string]] : []),
    ['tree', SOURCE_NAMES.tree],
    ['branch', SOURCE_NAMES.branch],
  ])
  const choose = (kind: string) => {
    if (!isSourceKind(kind)) return
    const { sessionId } = view.ref
    if (kind === 'turn') reviewTurn(sessionId, lastPrompt() ?? '')
    else chooseSource(sessionId, { kind })
  }
  const someOpen = () => props.someOpen
  const setAll = (open: boolean) => props.ids.forEach((id) => expansion.set(id, open))
  return (
    <div class={styles.bar}>
      <h2 class={panel.heading}>
        Changes
        <Show when={files().length > 0}>
          <span class={panel.count}>{files().length}</span>
          <ChangeCount {...total()} />
        </Show>
      </h2>
      <select
        class={styles.source}
        aria-label="Changes of"
        onChange={(event) => choose(event.currentTarget.value)}
      >
        <For each={choices()}>
          {([value, name]) => (
            <option value={value} selected={value === shown()}>
              {name}
            </option>
          )}
        </For>
      </select>
      <Show when={props.onCommit}>
        <Button size="small" onClick={() => props.onCommit?.()}>
          Commit…
        </Button>
      </Show>
      <span class={styles.gap} />
      <LayoutControls />
      <IconButton
        name={someOpen() ? 'Collapse all files' : 'Expand all files'}
        onClick={() => setAll(!someOpen())}
      >
        <Show when={someOpen()} fallback={<ChevronsUpDown />}>
          <ChevronsDownUp />
        </Show>
      </IconButton>
      <Show when={ofSession()}>
        <A
          class={styles.withOthers ?? ''}
          href={links.review + writeChosen([view.ref])}
          {...tip('Review with other sessions')}
          aria-label="Review with other sessions"
        >
          <Layers size={16} aria-hidden="true" />
        </A>
      </Show>
      <Show when={props.changed.source().kind !== 'session'}>
        <IconButton name="Reload changes" onClick={() => props.changed.reload()}>
          <RotateCw />
        </IconButton>
      </Show>
    </div>
  )
}
