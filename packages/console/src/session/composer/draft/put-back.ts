import type { PromptChoice, SessionRef } from '../../../store/types.ts'
import { useAttachments } from '../attach/attachments.ts'
import { chooseAgain } from '../session-choice.ts'
import { useDraft } from './drafts.ts'
import type { TakenBack } from './taken-back.ts'

/** Puts a prompt into the box of a session, to be written on. What is being written there stays, behind it. `choice`: what it went to. */
export function putBack(ref: SessionRef, back: TakenBack, choice: PromptChoice): void {
  const { text, marks, attachments } = back
  chooseAgain(ref, choice)
  const draft = useDraft(ref)
  if (draft.text().trim() === '') draft.fill(text, marks)
  else draft.replace(0, 0, text === '' ? '' : `${text}\n\n`, marks)
  useAttachments(ref).put(attachments)
}
