import type { JSX } from 'solid-js'
import { CodeWords } from '../code-words.tsx'
import { useSession } from '../session-view.ts'
import { followUpText } from './availability.ts'
import styles from './composer.module.css'

interface NoteProps {
  unavailable: string | null
  /** Escape was pressed once. */
  armed: boolean
  /** The list of commands is on its way. */
  looking: boolean
  /** Files are held over the page. */
  held: boolean
  text: string
}

/** One line beside the buttons: what the next key does, or why nothing can be sent. */
export const ComposerNote = (props: NoteProps): JSX.Element => {
  const view = useSession()
  const note = () => {
    if (props.armed) return 'Press Esc again to stop'
    if (props.held) return 'Drop to attach'
    if (props.looking) return 'Looking for the command…'
    if (props.unavailable !== null) return props.unavailable
    if (props.text.startsWith('!')) return 'Runs in the shell'
    return followUpText(view.busy() && props.text.trim() !== '', view.reverted()?.messages.length)
  }
  return (
    <span class={styles.note} role="status">
      <CodeWords text={note()} />
    </span>
  )
}
