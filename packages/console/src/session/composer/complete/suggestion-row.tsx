import Bot from 'lucide-solid/icons/bot'
import FileText from 'lucide-solid/icons/file-text'
import Folder from 'lucide-solid/icons/folder'
import Slash from 'lucide-solid/icons/slash'
import { Show, type JSX } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { PathText } from '../../../ui/path-text.tsx'
import type { Suggestion } from './suggestion.ts'
import styles from './suggestions.module.css'

const ICONS = { file: FileText, folder: Folder, agent: Bot, command: Slash }

interface RowProps {
  id: string
  suggestion: Suggestion
  active: boolean
  onPoint: () => void
  onPick: () => void
}

export const SuggestionRow = (props: RowProps): JSX.Element => {
  const isPath = () => props.suggestion.kind === 'file' || props.suggestion.kind === 'folder'
  const hint = () => (props.suggestion.kind === 'command' ? props.suggestion.hint : undefined)
  return (
    <div
      id={props.id}
      class={styles.option}
      role="option"
      aria-selected={props.active}
      aria-label={props.suggestion.title}
      aria-description={[hint(), props.suggestion.detail].filter(Boolean).join(', ') || undefined}
      onPointerMove={() => !props.active && props.onPoint()}
      onClick={() => props.onPick()}
    >
      <span class={styles.icon} aria-hidden="true">
        <Dynamic component={ICONS[props.suggestion.kind]} size={14} />
      </span>
      <span class={styles.title} data-path={isPath() ? '' : undefined}>
        <Show when={isPath()} fallback={props.suggestion.title}>
          <PathText path={props.suggestion.title} />
        </Show>
      </span>
      <Show when={hint()}>{(words) => <span class={styles.hint}>{words()}</span>}</Show>
      <span class={styles.detail} dir="auto">
        {props.suggestion.detail}
      </span>
    </div>
  )
}
