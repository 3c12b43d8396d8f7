import Check from 'lucide-solid/icons/check'
import Copy from 'lucide-solid/icons/copy'
import { createSignal, onCleanup, Show, type JSX } from 'solid-js'
import { COPIED_MS, copyText } from './copy-text.ts'
import { IconButton, type IconButtonProps } from './icon-button.tsx'

export interface CopyButtonProps extends Pick<IconButtonProps, 'class' | 'size'> {
  /** The accessible name: "Copy", "Copy output". */
  name: string
  /** What it copies, asked for at the press. Undefined: it cannot be had, and somebody else says so. */
  text: () => string | undefined | Promise<string | undefined>
  /** What stands for it; absent: two sheets. */
  icon?: () => JSX.Element
}

/** Copies a text, and says for a moment that it did. */
export const CopyButton = (props: CopyButtonProps): JSX.Element => {
  const [copied, setCopied] = createSignal(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  onCleanup(() => clearTimeout(timer))
  const copy = async () => {
    const text = props.text()
    if (text === undefined || !(await copyText(text))) return
    setCopied(true)
    clearTimeout(timer)
    timer = setTimeout(() => setCopied(false), COPIED_MS)
  }
  return (
    <IconButton
      name={props.name}
      size={props.size ?? 'small'}
      class={props.class ?? ''}
      data-copied={copied() ? '' : undefined}
      onClick={() => void copy()}
    >
      <Show when={copied()} fallback={props.icon?.() ?? <Copy />}>
        <Check />
      </Show>
    </IconButton>
  )
}
