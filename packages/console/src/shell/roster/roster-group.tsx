import {
  createEffect,
  createMemo,
  createSignal,
  createUniqueId,
  For,
  on,
  onCleanup,
  Show,
  type Component,
  type JSX,
} from 'solid-js'
import { Virtualizer, type VirtualizerHandle } from 'virtua/solid'
import { formatCount } from '../../ui/format.ts'
import { StatusBadge, type Tone } from '../../ui/status-badge.tsx'
import { holdOrder } from '../attention/roster-changes.ts'
import styles from './roster.module.css'
import { useShell } from '../../frame/shell-context.ts'

export interface RosterGroupProps {
  title: string
  /** Keys of the roster view, in order. */
  names: readonly string[]
  tone: Tone
  row: Component<{ name: string }>
  /** What scrolls around it, once it is there; rows out of sight are left out only with it. */
  scroller: HTMLElement | undefined
}

const VIRTUAL_FROM = 100
const ROW = 44

/** One group of the roster. Its order holds still while the pointer is in it. Nothing is shown of an empty one. */
export function RosterGroup(props: RosterGroupProps): JSX.Element {
  const heading = createUniqueId()
  const [held, setHeld] = createSignal(false)
  const names = createMemo<readonly string[]>(
    (before) => (held() ? holdOrder(before, props.names) : props.names),
    [],
  )
  const virtual = () => names().length > VIRTUAL_FROM && props.scroller !== undefined

  return (
    <Show when={names().length > 0}>
      <section
        class={styles.group}
        role="group"
        aria-labelledby={heading}
        onPointerEnter={() => setHeld(true)}
        onPointerLeave={() => setHeld(false)}
      >
        <h2 class={styles.heading}>
          <span id={heading}>{props.title}</span>
          <StatusBadge tone={props.tone}>{formatCount(names().length)}</StatusBadge>
        </h2>
        <Show when={virtual()} fallback={<For each={names()}>{(name) => <props.row name={name} />}</For>}>
          <VirtualRows names={names()} row={props.row} scroller={props.scroller} />
        </Show>
      </section>
    </Show>
  )
}

function VirtualRows(props: Pick<RosterGroupProps, 'names' | 'row' | 'scroller'>): JSX.Element {
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
