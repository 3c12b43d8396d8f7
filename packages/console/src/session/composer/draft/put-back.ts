import type { SessionRef } from '../../../store/types.ts'
import { useAttachments } from '../attach/attachments.ts'
import { useDraft } from './drafts.ts'
import type { TakenBack } from './taken-back.ts'

/** Puts a prompt into the box of a session, to be written on. What is being written there stays, behind it. */
export function putBack(ref: SessionRef, { text, marks, attachments }: TakenBack): void {
  const draft = useDraft(ref)
  if (draft.text().trim() === '') draft.fill(text, marks)
  else draft.replace(0, 0, text === '' ? '' : `${text}\n\n`, marks)
  useAttachments(ref).put(attachments)
}
