import { formatPlural } from '../ui/format.ts'

/** What goes with a session that is deleted. `subagents`: undefined while it is not known how many it had. Pure. */
export function lossText(title: string, subagents: number | undefined): string {
  const ofThem =
    subagents === undefined
      ? ' Those of its subagents go with it.'
      : subagents > 0
        ? ` With it ${subagents === 1 ? 'goes' : 'go'} ${formatPlural(subagents, 'session')} of its subagents.`
        : ''
  return (
    `“${title}” and its messages are removed from the server for good.${ofThem} What was changed in files stays, but can ` +
    'no longer be reverted from here. To keep a copy, export it first.'
  )
}
