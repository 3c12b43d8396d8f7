import Ellipsis from 'lucide-solid/icons/ellipsis'
import { A } from '@solidjs/router'
import { createSignal, Show, type JSX } from 'solid-js'
import { useConsole } from '../../store/context.ts'
import { links } from '../../store/links.ts'
import { sessionOf } from '../../store/types.ts'
import { createLayer } from '../../ui/create-layer.tsx'
import { Menu } from '../../ui/menu.tsx'
import { tildePath } from '../../ui/path-split.ts'
import { PathText } from '../../ui/path-text.tsx'
import { StateIcon, nameActivity } from '../../ui/state-icon.tsx'
import { createTitle } from '../../frame/create-title.ts'
import { titleOfSession } from '../../frame/entry-text.ts'
import { renameSession } from '../../frame/rename-session.ts'
import { RosterButton } from '../../frame/top-bar.tsx'
import { ReviewToggle } from '../review/review-toggle.tsx'
import { AllowedBadges } from '../allowed/allowed-badges.tsx'
import { useSession } from '../session-view.ts'
import { BudgetBadge } from './budget-badge.tsx'
import { stateOfSession } from './activity.ts'
import styles from './header.module.css'
import { createSessionCommands, sessionMenu } from './session-commands.ts'
import { Title } from './title.tsx'

const DeleteDialog = createLayer(async () => (await import('../../frame/delete-dialog.tsx')).DeleteDialog)

export const Header = (): JSX.Element => {
  const { state, sessions } = useConsole()
  const view = useSession()
  const [renaming, setRenaming] = createSignal(false)
  const [deleting, setDeleting] = createSignal(false)
  const title = createTitle(view.ref.serverId, view.session)
  const parent = () => sessionOf(view.server(), parentId() ?? '')
  const activity = () => stateOfSession(view.server(), view.ref.sessionId, view.requests())
  const parentId = () => view.session()?.parentID
  createSessionCommands({ title, rename: () => setRenaming(true), askToDelete: () => setDeleting(true) })

  return (
    <header class={styles.header}>
      <RosterButton />
      <StateIcon activity={activity()} label={nameActivity(activity())} />
      <div class={styles.names}>
        <Title
          title={title()}
          renaming={renaming()}
          onRenaming={setRenaming}
          onRename={(title) => renameSession(title, (words) => sessions.rename(view.ref, words))}
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
      <BudgetBadge />
      <AllowedBadges />
      <ReviewToggle />
      <Menu name="Session actions" items={sessionMenu()}>
        <Ellipsis />
      </Menu>
      <DeleteDialog open={deleting()} session={view.ref} title={title()} onClose={() => setDeleting(false)} />
    </header>
  )
}
