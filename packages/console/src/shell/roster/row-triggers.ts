import { useShell } from '../../frame/shell-context.ts'

/** The row that an event is about, in the roster's navigation. */
const rowOf = ({ target }: Event): HTMLElement | undefined =>
  target instanceof Element ? (target.closest<HTMLElement>('[data-entry]') ?? undefined) : undefined

export interface RowTriggers {
  onKeyDown(this: void, event: KeyboardEvent): void
  onPointerOver(this: void, event: PointerEvent): void
  onPointerLeave(this: void): void
  onContextMenu(this: void, event: MouseEvent): void
  /** While it goes down: the router takes what comes up. */
  'on:click': { capture: true; handleEvent: (event: MouseEvent) => void }
}

/** Where a row's menu opens: pixels of the window. */
export interface MenuPlace {
  name: string
  row: HTMLElement
  x: number
  y: number
}

/** What keys and pointers do with a row besides opening it, once for all rows. Terminals have none of it. */
export function createRowTriggers(onMenu: (place: MenuPlace) => void): RowTriggers {
  const { peek, narrow, roster, selection } = useShell()
  const sessionIn = (event: Event) => {
    const row = rowOf(event)
    const name = row?.dataset['entry']
    return row && name !== undefined && roster.session(name) ? { row, name } : undefined
  }
  const openMenu = (event: Event, x: number, y: number) => {
    const session = sessionIn(event)
    if (!session) return
    event.preventDefault()
    peek.close()
    onMenu({ ...session, x, y })
  }
  return {
    onKeyDown(event) {
      const row = rowOf(event)
      if (!row) return
      if (event.key === 'Escape') peek.close()
      else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
        const { left, bottom } = row.getBoundingClientRect()
        openMenu(event, left + 28, bottom - 4)
      } else if (event.key === ' ' && !event.repeat && !narrow() && sessionIn(event)) {
        // It would scroll.
        event.preventDefault()
        peek.toggle(row)
      }
    },
    onPointerOver(event) {
      // A finger and a pen are there only while they press.
      if (event.pointerType !== 'mouse' || event.buttons !== 0 || narrow()) return
      // Who selects rows does not want to look into each.
      const row = selection.names().length > 0 ? undefined : rowOf(event)
      // What is on the screen needs no look into it: the pointer rests where it was opened.
      if (row && row.getAttribute('aria-current') !== 'page') peek.rest(row)
      else peek.leave()
    },
    onPointerLeave: () => peek.leave(),
    onContextMenu: (event) => openMenu(event, event.clientX, event.clientY),
    'on:click': { capture: true, handleEvent: createSelecting(sessionIn) },
  }
}

/** A press with a modifier selects; any other opens the row, and what was selected is done with. */
function createSelecting(sessionIn: (event: Event) => { row: HTMLElement; name: string } | undefined) {
  const { selection, looking, peek } = useShell()
  return (event: MouseEvent): void => {
    const session = sessionIn(event)
    if (!session || event.button !== 0) return
    peek.close()
    // A finger has no modifiers: with something selected it selects.
    const isTouch = event instanceof PointerEvent && event.pointerType === 'touch'
    if (event.shiftKey) selection.extendTo(session.name, looking())
    else if (event.ctrlKey || event.metaKey || (isTouch && selection.names().length > 0))
      selection.toggle(session.name)
    else return selection.clear()
    event.preventDefault()
    event.stopPropagation()
    session.row.focus()
  }
}
