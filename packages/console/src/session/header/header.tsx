import Ellipsis from 'lucide-solid/icons/ellipsis'
import { A, useNavigate } from '@solidjs/router'
import { createSignal, onMount, Show, type JSX } from 'solid-js'
import { commandItem } from '../../commands/command-button.ts'
import { contributeCommands } from '../../commands/registry.ts'
import { useConsole } from '../../store/context.ts'
import { links } from '../../store/links.ts'
import { sessionOf } from '../../store/types.ts'
import { announce } from '../../ui/announce.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Menu } from '../../ui/menu.tsx'
import { tildePath } from '../../ui/path-split.ts'
import { PathText } from '../../ui/path-text.tsx'
import { StateIcon, nameActivity } from '../../ui/state-icon.tsx'
import { createTitle } from '../../frame/create-title.ts'
import { titleOfSession } from '../../frame/entry-text.ts'
import { reportFailure } from '../../frame/report-failure.ts'
import { RosterButton } from '../../frame/top-bar.tsx'
import { ReviewToggle } from '../review/review-toggle.tsx'
import { useSession } from '../session-view.ts'
import { stateOfSession } from './activity.ts'
import styles from './header.module.css'
import { Title } from './title.tsx'

export const Header = (): JSX.Element => {
  const { state, sessions, branches } = useConsole()
  const view = useSession()
  const navigate = useNavigate()
  const [renaming, setRenaming] = createSignal(false)
  const [deleting, setDeleting] = createSignal(false)
  const title = createTitle(view.ref.serverId, view.session)
  const parent = () => sessionOf(view.server(), parentId() ?? '')
  const activity = () => stateOfSession(view.server(), view.ref.sessionId, view.requests())
  const parentId = () => view.session()?.parentID

  const leaveAfter = (what: string, act: () => Promise<void>) => {
    act().then(
      () => navigate(links.home),
      (error: unknown) => reportFailure(what, error, () => leaveAfter(what, act)),
    )
  }
  const copyId = () => {
    navigator.clipboard.writeText(view.ref.sessionId).then(
      () => announce('Copied'),
      (error: unknown) => reportFailure('Couldn’t copy the ID', error),
    )
  }

  onMount(() =>
    contributeCommands(() => [
      { id: 'session.rename', run: () => setRenaming(true) },
      { id: 'session.copy-id', run: copyId },
      {
        id: 'session.archive',
        run: () => leaveAfter('Couldn’t archive the session', () => branches.archive(view.ref)),
      },
      { id: 'session.delete', run: () => setDeleting(true) },
    ]),
  )

  return (
    <header class={styles.header}>
      <RosterButton />
      <StateIcon activity={activity()} label={nameActivity(activity())} />
      <div class={styles.names}>
        <Title
          title={title()}
          renaming={renaming()}
          onRenaming={setRenaming}
          onRename={(title) => sessions.rename(view.ref, title)}
        />
        <div class={styles.place}>
          <Show when={parentId()}>
            {(id) => (
              <A class={styles.parent} href={links.session(view.ref.serverId, id())}>
                ↑ {parent() ? titleOfSession(parent() ?? { title: '' }) : 'Parent session'}
              </A>
            )}
          </Show>
          <PathText path={tildePath(view.directory(), state.info?.home)} />
          <Show when={view.session()?.time.archived}>
            <span>· archived</span>
          </Show>
        </div>
      </div>
      <ReviewToggle />
      <Menu
        name="Session actions"
        items={[
          commandItem('session.rename'),
          commandItem('session.copy-id'),
          commandItem('session.archive'),
          { ...commandItem('session.delete'), danger: true, separated: true },
        ]}
      >
        <Ellipsis />
      </Menu>
      <Dialog
        open={deleting()}
        onClose={() => setDeleting(false)}
        title="Delete this session?"
        footer={
          <>
            <Button onClick={() => setDeleting(false)}>Cancel</Button>
            <Button
              variant="danger"
              onClick={() => {
                setDeleting(false)
                leaveAfter('Couldn’t delete the session', () => sessions.remove(view.ref))
              }}
            >
              Delete session
            </Button>
          </>
        }
      >
        “{title()}” and its messages are removed from the server for good. Files that it changed stay as they
        are.
      </Dialog>
    </header>
  )
}
