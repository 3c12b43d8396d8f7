import { createSignal, type JSX } from 'solid-js'
import { DeleteDialog } from '../../frame/delete-dialog.tsx'
import { titleOfSession } from '../../frame/entry-text.ts'
import { renameSession } from '../../frame/rename-session.ts'
import { useShell } from '../../frame/shell-context.ts'
import { useConsole } from '../../store/context.ts'
import { refOfKey } from '../../store/session-key.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import styles from './roster.module.css'

interface RowDialogProps {
  /** The session's key in the roster view. */
  name: string
  onClose: () => void
}

/** The session as it was when the dialog opened: it may leave the roster meanwhile. */
function useRow(name: string) {
  const entry = useShell().roster.session(name)
  const directory = entry?.session.directory
  return {
    ref: { ...refOfKey(name), ...(directory !== undefined && { directory }) },
    title: entry ? titleOfSession(entry.session) : '',
  }
}

export function RenameSession(props: RowDialogProps): JSX.Element {
  const { sessions } = useConsole()
  const { ref, title } = useRow(props.name)
  const [words, setWords] = createSignal(title)
  const keep = (event: SubmitEvent) => {
    event.preventDefault()
    const next = words().trim()
    props.onClose()
    if (next === '' || next === title) return
    void renameSession(next, (words) => sessions.rename(ref, words))
  }
  return (
    <Dialog open onClose={props.onClose} title="Rename session">
      <form class={styles.rename} onSubmit={keep}>
        <input
          class={styles.name}
          aria-label="Session title"
          dir="auto"
          maxLength={200}
          value={title}
          onFocus={(event) => event.currentTarget.select()}
          onInput={(event) => setWords(event.currentTarget.value)}
        />
        <Button type="submit" variant="primary" disabled={words().trim() === ''}>
          Rename
        </Button>
      </form>
    </Dialog>
  )
}

export function DeleteSession(props: RowDialogProps): JSX.Element {
  const { ref, title } = useRow(props.name)
  return <DeleteDialog open session={ref} title={title} onClose={props.onClose} />
}
