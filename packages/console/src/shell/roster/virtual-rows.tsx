import { createEffect, createSignal, on, onCleanup, Show, type JSX } from 'solid-js'
import { Virtualizer, type VirtualizerHandle } from 'virtua/solid'
import { useShell } from '../../frame/shell-context.ts'
import type { RosterGroupProps } from './roster-group.tsx'

const ROW = 44

/** The rows of a long group, those in sight alone. A chunk of its own: few have so many sessions. */
export function VirtualRows(props: Pick<RosterGroupProps, 'names' | 'row' | 'scroller'>): JSX.Element {
  const { looking } = useShell()
  const [start, setStart] = createSignal(0)
  let list: VirtualizerHandle | undefined
  createEffect(
    on(looking, (name) => {
      const at = name === undefined ? -1 : props.names.indexOf(name)
      if (at >= 0) queueMicrotask(() => list?.scrollToIndex(at, { align: 'nearest' }))
    }),
  )
  let rows: HTMLElement | undefined
  // The groups above grow and shrink: the list has to know how far down it begins.
  const observer = new ResizeObserver(() => rows && setStart(rows.offsetTop))
  onCleanup(() => observer.disconnect())
  const attach = (element: HTMLElement) => {
    rows = element
    queueMicrotask(() => {
      const scroller = props.scroller
      if (!scroller) return
      for (const group of scroller.children) observer.observe(group)
    })
  }
  return (
    <div ref={attach}>
      <Show when={props.scroller}>
        {(scroller) => (
          <Virtualizer
            ref={(handle) => (list = handle)}
            data={props.names}
            scrollRef={scroller()}
            startMargin={start()}
            itemSize={ROW}
          >
            {(name) => <props.row name={name} />}
          </Virtualizer>
        )}
      </Show>
    </div>
  )
}
