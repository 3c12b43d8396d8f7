import { A, useNavigate } from '@solidjs/router'
import { createSignal, createUniqueId, type JSX } from 'solid-js'
import { DeleteDialog } from '../../frame/delete-dialog.tsx'
import { titleOfSession } from '../../frame/entry-text.ts'
import { reportFailure } from '../../frame/report-failure.ts'
import { useConsole } from '../../store/context.ts'
import { links } from '../../store/links.ts'
import { Button } from '../../ui/button.tsx'
import { tildePath } from '../../ui/path-split.ts'
import { PathText } from '../../ui/path-text.tsx'
import { RelativeTime } from '../../ui/time.tsx'
import { showToast } from '../../ui/toast.ts'
import own from './archive.module.css'
import type { ArchivedEntry } from './create-archive.ts'

/** One archived session: to be read, to go on as a copy, to be deleted. */
export function ArchivedRow(props: { entry: ArchivedEntry; onDeleted: () => void }): JSX.Element {
  const { state, branches } = useConsole()
  const navigate = useNavigate()
  const id = createUniqueId()
  const [copying, setCopying] = createSignal(false)
  const [deleting, setDeleting] = createSignal(false)
  const session = () => props.entry.session
  const ref = () => ({
    serverId: props.entry.serverId,
    sessionId: session().id,
    directory: session().directory,
  })
  const copy = async () => {
    setCopying(true)
    const { serverId } = props.entry
    try {
      const made = await branches.fork(ref(), session().revert?.messageID)
      navigate(links.session(serverId, made.id))
      showToast({ tone: 'info', title: 'This is a copy', hint: 'The archived session stays as it was.' })
    } catch (error) {
      reportFailure('The session was not copied', error, () => void copy())
    } finally {
      setCopying(false)
    }
  }
  return (
    <li class={own.row} aria-labelledby={id}>
      <div class={own.names}>
        <A id={id} class={own.title} dir="auto" href={links.session(props.entry.serverId, session().id)}>
          {titleOfSession(session())}
        </A>
        <span class={own.meta}>
          <PathText path={tildePath(session().directory, state.info?.home)} />
          <span>
            archived <RelativeTime at={session().time.archived ?? 0} />
          </span>
        </span>
      </div>
      <Button size="small" busy={copying()} onClick={() => void copy()}>
        Continue as a copy
      </Button>
      <Button size="small" variant="ghost" onClick={() => setDeleting(true)}>
        Delete…
      </Button>
      <DeleteDialog
        open={deleting()}
        session={ref()}
        title={titleOfSession(session())}
        onClose={() => setDeleting(false)}
        onDeleted={props.onDeleted}
      />
    </li>
  )
}
