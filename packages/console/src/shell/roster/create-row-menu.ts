import { useNavigate } from '@solidjs/router'
import { copyOrReport } from '../../frame/copy-or-report.ts'
import { createPinning } from '../../frame/create-pinning.ts'
import { useShell } from '../../frame/shell-context.ts'
import { links } from '../../store/links.ts'
import type { SessionEntry } from '../../store/roster.ts'
import { createRowActs, type RowAct } from './row-acts.ts'
import type { MenuPlace } from './row-triggers.ts'

export interface RowMenuItem extends RowAct {
  separated?: boolean
  danger?: boolean
}

/** What the menu of a row holds: for the row alone, or for all that are selected. */
export function createRowMenu(
  onAsk: (what: 'rename' | 'delete') => void,
): (place: MenuPlace, names: readonly string[]) => RowMenuItem[] {
  const { roster, peek, narrow, selection } = useShell()
  const navigate = useNavigate()
  const actsFor = createRowActs()
  const setPinned = createPinning()
  const ofOne = ({ name, row }: MenuPlace, entry: SessionEntry): RowMenuItem[] => {
    const isPinned = roster.isPinned(name)
    const peekItem: RowMenuItem = { id: 'peek', title: 'Peek', run: () => peek.toggle(row) }
    return [
      { id: 'session.open', run: () => navigate(links.session(entry.serverId, entry.session.id)) },
      { id: 'session.open-tab', run: () => void window.open(hrefOf(row), '_blank', 'noopener') },
      ...(narrow() ? [] : [peekItem]),
      {
        id: isPinned ? 'session.unpin' : 'session.pin',
        run: () => setPinned({ serverId: entry.serverId, sessionId: entry.session.id }, !isPinned),
        separated: true,
      },
      ...(entry.reachable ? [{ id: 'session.rename' as const, run: () => onAsk('rename') }] : []),
      { id: 'session.copy-link', run: () => copyOrReport(hrefOf(row), 'Couldn’t copy the link') },
      { id: 'session.copy-id', run: () => copyOrReport(entry.session.id, 'Couldn’t copy the ID') },
      { id: 'session.select', run: () => selection.toggle(name) },
    ]
  }
  return (place, names) => {
    const acts: RowMenuItem[] = actsFor(names)
    const entry = roster.session(place.name)
    if (names.length > 1 || !entry) return acts
    const remove: RowMenuItem = { id: 'session.delete', danger: true, run: () => onAsk('delete') }
    return [
      ...ofOne(place, entry),
      ...acts.map((act, at) => ({ ...act, separated: at === 0 })),
      ...(entry.reachable ? [remove] : []),
    ]
  }
}

const hrefOf = (row: HTMLElement) => (row instanceof HTMLAnchorElement ? row.href : '')
