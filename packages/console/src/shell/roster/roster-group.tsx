import type { ProjectColor } from '@kilo-console/engine/project-colors'
import { createUniqueId, For, Show, type Component, type JSX } from 'solid-js'
import { ProjectMark } from '../../ui/project-mark.tsx'
import { formatCount } from '../../ui/format.ts'
import { createPart } from '../../ui/create-part.tsx'
import { StatusBadge, type Tone } from '../../ui/status-badge.tsx'
import styles from './roster.module.css'

export interface RosterGroupProps {
  title: string
  /** Keys of the roster view, in order. */
  names: readonly string[]
  /** Rows of all groups. */
  total: number
  tone: Tone
  color?: ProjectColor | undefined
  row: Component<{ name: string }>
  /** What scrolls around it, once it is there; rows out of sight are left out only with it. */
  scroller: HTMLElement | undefined
  /** The pointer comes into it, or leaves it. */
  onHold: (held: boolean) => void
}

/** With so many rows in all, those out of sight are left out of every group that has more than a few. */
const VIRTUAL_FROM = 100
const FEW = 20

const VirtualRows = createPart(async () => (await import('./virtual-rows.tsx')).VirtualRows)

/** One group of the roster. Nothing is shown of an empty one. */
export function RosterGroup(props: RosterGroupProps): JSX.Element {
  const heading = createUniqueId()
  const virtual = () => props.total > VIRTUAL_FROM && props.names.length > FEW && props.scroller !== undefined

  return (
    <Show when={props.names.length > 0}>
      <section
        class={styles.group}
        role="group"
        aria-labelledby={heading}
        onPointerEnter={() => props.onHold(true)}
        onPointerLeave={() => props.onHold(false)}
      >
        <h2 class={styles.heading}>
          <span id={heading}>
            <ProjectMark color={props.color} />
            {props.title}
          </span>
          <StatusBadge tone={props.tone}>{formatCount(props.names.length)}</StatusBadge>
        </h2>
        <Show when={virtual()} fallback={<For each={props.names}>{(name) => <props.row name={name} />}</For>}>
          <VirtualRows
            before={
              <For each={props.names.slice(0, VIRTUAL_FROM)}>{(name) => <props.row name={name} />}</For>
            }
            without={(notice) => (
              <>
                {notice}
                <For each={props.names}>{(name) => <props.row name={name} />}</For>
              </>
            )}
            names={props.names}
            row={props.row}
            scroller={props.scroller}
          />
        </Show>
      </section>
    </Show>
  )
}
