import { A, useNavigate } from '@solidjs/router'
import { createResource, createSignal, createUniqueId, type JSX } from 'solid-js'
import { titleOfSession } from '../../frame/entry-text.ts'
import { reportFailure } from '../../frame/report-failure.ts'
import { lossText } from '../../frame/loss-text.ts'
import { useConsole } from '../../store/context.ts'
import { links } from '../../store/links.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { tildePath } from '../../ui/path-split.ts'
import { PathText } from '../../ui/path-text.tsx'
import { settled } from '../../ui/settled.ts'
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
  const copy = async () => {
    setCopying(true)
    const { serverId, session } = props.entry
    try {
      const ref = { serverId, sessionId: session.id, directory: session.directory }
      const made = await branches.fork(ref, session.revert?.messageID)
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
      <DeleteArchived
        entry={props.entry}
        open={deleting()}
        onClose={() => setDeleting(false)}
        onDeleted={props.onDeleted}
      />
    </li>
  )
}

function DeleteArchived(props: {
  entry: ArchivedEntry
  open: boolean
  onClose: () => void
  onDeleted: () => void
}): JSX.Element {
  const { sessions } = useConsole()
  const ref = () => {
    const { serverId, session } = props.entry
    return { serverId, sessionId: session.id, directory: session.directory }
  }
  const [subagents] = createResource(
    () => props.open,
    () => sessions.countSubagents(ref()).catch(() => undefined),
  )
  const remove = () => {
    props.onClose()
    sessions.remove(ref()).then(
      () => props.onDeleted(),
      (error: unknown) => reportFailure('Couldn’t delete the session', error, remove),
    )
  }
  return (
    <Dialog
      open={props.open}
      onClose={() => props.onClose()}
      title="Delete this session?"
      footer={
        <>
          <Button onClick={() => props.onClose()}>Cancel</Button>
          <Button variant="danger" onClick={remove}>
            Delete session
          </Button>
        </>
      }
    >
      {lossText(titleOfSession(props.entry.session), settled(subagents))}
    </Dialog>
  )
}
