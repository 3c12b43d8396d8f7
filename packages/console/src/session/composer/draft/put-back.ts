import type { PromptChoice, SessionRef } from '../../../store/types.ts'
import { useAttachments } from '../attach/attachments.ts'
import { chooseAgain } from '../session-choice.ts'
import { useDraft } from './drafts.ts'
import type { TakenBack } from './taken-back.ts'

/**
 * Puts a prompt into the box of a session, to be written on. What is being written there stays, behind it, and goes where it was to go. `choice`: what the
 * prompt went to; an empty box is aimed there.
 */
export function putBack(ref: SessionRef, back: TakenBack, choice: PromptChoice): void {
  const { text, marks, attachments } = back
  const draft = useDraft(ref)
  const attached = useAttachments(ref)
  const isWritten = draft.text().trim() !== ''
  if (!isWritten && attached.list().length === 0) chooseAgain(ref, choice)
  if (!isWritten) draft.fill(text, marks)
  else draft.replace(0, 0, text === '' ? '' : `${text}\n\n`, marks)
  attached.put(attachments)
}
