/** Whether a provider works: asked of the host, which has a model of it call a tool. */
export type { CheckReport, CheckStep, SentRequest } from '@kilo-console/engine/provider-report'

/** Body of `POST /api/servers/<id>/providers/<provider>/check?directory=<path>`. Without a folder: everybody's configuration counts. */
export interface ProviderCheck {
  /** Absent: the one that the engine takes first. */
  model?: string
  /**
   * One that is not saved yet, as a file would have it. `{env:NAME}` in it is filled in by the host from the daemon's environment, which the engine would
   * not do in a project's file; what is hidden is put back, where the address is the one that it is for.
   */
  definition?: Record<string, unknown>
}
