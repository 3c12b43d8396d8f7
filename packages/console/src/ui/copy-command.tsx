import Check from 'lucide-solid/icons/check'
import Copy from 'lucide-solid/icons/copy'
import { createSignal, onCleanup, Show, type JSX } from 'solid-js'
import { announce } from './announce.tsx'
import styles from './copy-command.module.css'
import { IconButton } from './icon-button.tsx'

const SHOWN_MS = 1600

/** A command to run in a shell, with a button that copies it. */
export const CopyCommand = (props: { command: string }): JSX.Element => {
  const [copied, setCopied] = createSignal(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  onCleanup(() => clearTimeout(timer))

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(props.command)
    } catch {
      // Without the permission the text is still there to be marked by hand.
      return announce('Copying is not allowed here')
    }
    setCopied(true)
    announce('Copied')
    clearTimeout(timer)
    timer = setTimeout(() => setCopied(false), SHOWN_MS)
  }

  return (
    <span class={styles.command}>
      <code class={styles.text}>{props.command}</code>
      <IconButton name={`Copy “${props.command}”`} size="small" onClick={() => void copy()}>
        <Show when={copied()} fallback={<Copy />}>
          <Check />
        </Show>
      </IconButton>
    </span>
  )
}
