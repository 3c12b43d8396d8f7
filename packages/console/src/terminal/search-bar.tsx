import ChevronDown from 'lucide-solid/icons/chevron-down'
import ChevronUp from 'lucide-solid/icons/chevron-up'
import X from 'lucide-solid/icons/x'
import { onMount } from 'solid-js'
import type { Screen } from './screen/screen.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { isComposing } from '../ui/keystroke.ts'
import styles from './search-bar.module.css'

export interface SearchBarProps {
  screen: Screen | undefined
  found: { resultIndex: number; resultCount: number }
  onClose: () => void
}

/** Finds text in the terminal's scrollback: the newest match first, Enter goes to older ones. */
export function SearchBar(props: SearchBarProps) {
  let field: HTMLInputElement | undefined
  onMount(() => field?.focus())

  function find(direction: 'next' | 'previous', incremental = false): void {
    props.screen?.find(field?.value ?? '', direction, incremental)
  }

  function press(event: KeyboardEvent): void {
    if (isComposing(event)) return
    if (event.key === 'Escape') props.onClose()
    else if (event.key === 'Enter') find(event.shiftKey ? 'next' : 'previous')
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  const position = () => {
    const { resultIndex, resultCount } = props.found
    if (resultCount === 0) return field?.value ? 'No match' : ''
    return `${resultIndex < 0 ? '…' : resultIndex + 1}/${resultCount}`
  }

  return (
    <div class={styles.bar} role="search" aria-label="Find in terminal">
      <input
        ref={(element) => (field = element)}
        class={styles.field}
        type="text"
        aria-label="Find"
        dir="auto"
        placeholder="Find"
        autocomplete="off"
        spellcheck={false}
        onInput={() => find('previous', true)}
        onKeyDown={press}
      />
      <output class={styles.position}>{position()}</output>
      <IconButton name="Older match" keys="enter" size="small" onClick={() => find('previous')}>
        <ChevronUp />
      </IconButton>
      <IconButton name="Newer match" keys="shift+enter" size="small" onClick={() => find('next')}>
        <ChevronDown />
      </IconButton>
      <IconButton name="Close search" keys="esc" size="small" onClick={() => props.onClose()}>
        <X />
      </IconButton>
    </div>
  )
}
