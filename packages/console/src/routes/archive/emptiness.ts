/** Why no archived session is listed. Pure. */
export type Emptiness =
  | 'loading'
  /** A server could not be asked, which is said above. */
  | 'failed'
  | 'no-server'
  /** None among those that were looked at; there are more. */
  | 'not-yet'
  | 'not-found'
  | 'none'

export interface Emptied {
  loading: boolean
  failed: boolean
  isUp: boolean
  hasMore: boolean
  searching: boolean
}

export function emptinessOf({ loading, failed, isUp, hasMore, searching }: Emptied): Emptiness {
  if (loading) return 'loading'
  if (failed) return 'failed'
  if (!isUp) return 'no-server'
  if (hasMore) return 'not-yet'
  return searching ? 'not-found' : 'none'
}
