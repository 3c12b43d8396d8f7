/** What to do with a call: one answer for all of a kind, or by pattern, where the last that fits counts. */
export type PermissionRule = string | Record<string, string>

/** Answer of `GET /api/servers/<id>/permission-rules?directory=<path>`, one for each kind of permission that has a rule. */
export interface PermissionRules {
  permission: string
  /** In the global configuration. */
  global?: PermissionRule
  /** In the project's own, which is laid over the global one. */
  project?: PermissionRule
}
