import type { Permission } from '../../store/types.ts'

/** How many permissions of the same session wait, this one included: the engine ends them together. */
export function countWaitingWith(
  permissions: Readonly<Record<string, Pick<Permission, 'sessionID'>>>,
  { sessionID }: Pick<Permission, 'sessionID'>,
): number {
  return Object.values(permissions).filter((each) => each.sessionID === sessionID).length
}

/** What a rejection does beyond what one sees. */
export function rejectionText(waiting: number, hasWords: boolean): string {
  const all = waiting === 2 ? 'both' : `all ${waiting}`
  const words = hasWords ? ' What you write is sent as your next prompt.' : ''
  return `${waiting} requests wait here. Rejecting one rejects ${all} and ends the turn.${words}`
}
