import { For, type JSX } from 'solid-js'
import type { Draft } from '../draft/drafts.ts'
import { endOf, piecesOf } from './marks.ts'
import styles from '../composer.module.css'

/** Under the letters of the box: the same text, unseen, with a ground behind what names something. */
export const MarkLayer = (props: { draft: Draft; scrollTop: number }): JSX.Element => {
  const pieces = () =>
    piecesOf(
      props.draft.text(),
      props.draft.marks().map((mark) => ({ start: mark.start, end: endOf(mark), value: mark.value })),
    )
  return (
    <div
      class={styles.marks}
      aria-hidden="true"
      dir="auto"
      ref={(element) => (element.scrollTop = props.scrollTop)}
    >
      <For each={pieces()}>
        {(piece) => (piece.marked ? <mark class={styles.mark}>{piece.text}</mark> : piece.text)}
      </For>{' '}
    </div>
  )
}
