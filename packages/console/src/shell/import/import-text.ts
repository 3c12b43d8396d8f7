import { formatPlural } from '../../ui/format.ts'
import type { ImportPlan } from './import-plan.ts'

/** What of a file becomes a session, and what does not. Pure. */
export function importText({
  messages,
  attachments,
  dropped,
  compactions,
  takenBack,
}: Pick<ImportPlan, 'messages' | 'attachments' | 'dropped' | 'compactions' | 'takenBack'>): string {
  const said = [`${formatPlural(messages.length, 'message')}, with what was written and what tools did.`]
  if (attachments > 0)
    said.push(`Of ${formatPlural(attachments, 'attachment')} only the names: the engine can’t import files.`)
  if (compactions > 0)
    said.push(`It was compacted ${formatPlural(compactions, 'time')}; here, Kilo reads all of it.`)
  if (takenBack > 0)
    said.push(`${formatPlural(takenBack, 'reverted message')} ${takenBack === 1 ? 'is' : 'are'} left out.`)
  if (dropped > 0)
    said.push(
      `${formatPlural(dropped, 'piece')} that could not be read ${dropped === 1 ? 'is' : 'are'} left out.`,
    )
  return [...said, 'Costs and snapshots stay behind: nothing in it can be reverted.'].join(' ')
}
