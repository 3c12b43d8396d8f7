import { Show, type JSX } from 'solid-js'
import { escapeInvisible } from '../../ui/escape-invisible.ts'
import { formatCount, formatPlural } from '../../ui/format.ts'
import type { BarBlock } from './blocks.ts'
import { STEP } from './context.ts'
import styles from './file-diff.module.css'
import type { Hunk } from './unified-diff.ts'

export interface DiffBarProps {
  block: BarBlock
  /** Shows so many more hidden lines, from the beginning of the gap or from its end. Absent: they cannot be had. */
  onShow: ((at: number, end: 'top' | 'bottom', lines: number) => void) | undefined
  onUndo: ((hunk: Hunk) => void) | undefined
}

/** Stands where lines are hidden, and above each hunk: where one is, what is hidden, and what can be done. */
export const DiffBar = (props: DiffBarProps): JSX.Element => {
  const gap = () => props.block.gap
  const hunk = () => props.block.hunk
  const show = (end: 'top' | 'bottom', lines: number) => props.onShow?.(gap()?.at ?? 0, end, lines)
  const isLong = () => (gap()?.lines ?? Infinity) > STEP
  return (
    <div class={styles.bar} data-unsearched>
      <Show when={gap() && props.onShow}>
        <Show
          when={isLong()}
          fallback={
            <button type="button" onClick={() => show('top', STEP)}>
              Show {formatPlural(gap()?.lines ?? 0, 'line')}
            </button>
          }
        >
          <Show when={(gap()?.at ?? 0) > 0}>
            <button type="button" aria-label={`Show ${STEP} lines below`} onClick={() => show('top', STEP)}>
              ↓ {STEP}
            </button>
          </Show>
          <Show when={hunk()}>
            <button
              type="button"
              aria-label={`Show ${STEP} lines above`}
              onClick={() => show('bottom', STEP)}
            >
              ↑ {STEP}
            </button>
          </Show>
          <Show when={gap()?.lines}>
            {(lines) => (
              <button type="button" onClick={() => show('top', lines())}>
                Show all {formatCount(lines())}
              </button>
            )}
          </Show>
        </Show>
      </Show>
      <span class={styles.where}>
        <Show when={hunk()}>
          {(hunk) => (
            <>
              Line {hunk().after || hunk().before} <span>{escapeInvisible(hunk().context)}</span>
            </>
          )}
        </Show>
      </span>
      <Show when={props.onUndo && hunk()}>
        {(hunk) => (
          <button type="button" onClick={() => props.onUndo?.(hunk())}>
            Revert lines…
          </button>
        )}
      </Show>
    </div>
  )
}
