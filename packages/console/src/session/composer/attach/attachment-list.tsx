import { Show, type JSX } from 'solid-js'
import { createPart } from '../../../ui/create-part.tsx'
import type { Attachments } from './attachments.ts'

export interface AttachmentListProps {
  attachments: Attachments
  /** Of the model that is chosen: whether it sees pictures; undefined: not known. */
  seesImages: boolean | undefined
}

const Part = createPart(async () => (await import('./attachment-list-layer.tsx')).AttachmentListLayer)

/** What goes with the prompt, and what could not be taken. */
export const AttachmentList = (props: AttachmentListProps): JSX.Element => {
  const isEmpty = () => {
    const { list, refused, refusedMore, reading } = props.attachments
    return list().length + refused().length + refusedMore() + reading() === 0
  }
  return (
    <Show when={!isEmpty()}>
      <Part {...props} />
    </Show>
  )
}
