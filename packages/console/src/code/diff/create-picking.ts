import { createSignal, type Accessor, type JSX } from 'solid-js'
import { holds, stretchTo, type LineRange, type Side } from './line-range.ts'
import { createCursor } from './row-cursor.ts'

type Handlers = JSX.HTMLAttributes<HTMLDivElement>

export interface Picking {
  isPicked: (side: Side, line: number | undefined) => boolean
  /** The side on which text is being selected, of a diff in two columns. */
  selecting: Accessor<Side | undefined>
  handlers: Pick<Handlers, 'onPointerDown' | 'onPointerOver' | 'onClick' | 'onKeyDown'>
}

export interface PickingOptions {
  /** The element that holds the rows. */
  lines: () => HTMLElement | undefined
  picked: () => LineRange | undefined
  onPick: (range: LineRange) => void
}

function lineAt(target: EventTarget | null): LineRange | undefined {
  const named = target instanceof Element ? target.closest<HTMLElement>('[data-side][data-line]') : null
  if (!named) return undefined
  const line = Number(named.dataset['line'])
  return { side: named.dataset['side'] === 'before' ? 'before' : 'after', from: line, to: line }
}

function halfAt(target: EventTarget | null): Side | undefined {
  const half = target instanceof Element ? target.closest<HTMLElement>('[data-half]') : null
  return half?.dataset['half'] as Side | undefined
}

/** Chooses lines: by their numbers, pressed or pulled over; with Shift up to the one pressed; by arrow keys, and Enter. */
export function createPicking(options: PickingOptions): Picking {
  const { picked, onPick } = options
  const [pulled, setPulled] = createSignal<LineRange>()
  const [selecting, setSelecting] = createSignal<Side>()
  const cursor = createCursor(options)
  /** The line that the pointer began at. */
  let start: LineRange | undefined
  /** The pointer may be let go anywhere, or be taken away: by a scroll, a call. */
  const finish = ({ type }: Event) => {
    removeEventListener('pointerup', finish)
    removeEventListener('pointercancel', finish)
    const range = pulled()
    setPulled()
    if (range && type === 'pointerup') onPick(range)
  }
  return {
    isPicked: (side, line) => holds(pulled() ?? picked(), side, line) || holds(cursor.range(), side, line),
    selecting,
    handlers: {
      onPointerDown(event) {
        const at = lineAt(event.target)
        setSelecting(halfAt(event.target))
        if (!at || event.button !== 0) return
        event.preventDefault()
        const last = picked()
        start = event.shiftKey && last?.side === at.side ? last : at
        setPulled(stretchTo(start, at.side, at.from))
        addEventListener('pointerup', finish)
        addEventListener('pointercancel', finish)
      },
      onPointerOver(event) {
        const at = lineAt(event.target)
        if (at && start && pulled()) setPulled(stretchTo(start, at.side, at.from))
      },
      onClick(event) {
        // By a screen reader's or a switch's press, which has no pointer.
        const at = event.detail === 0 ? lineAt(event.target) : undefined
        if (at) onPick(at)
      },
      onKeyDown: cursor.press,
    },
  }
}
