import { DAEMON_ID, type DaemonAction } from '../../../shared/api.ts'
import { host } from '../../sdk/host.ts'
import type { Model } from '../model.ts'

export interface ServerActions {
  /** Starts, stops or restarts the managed daemon, with `force` though sessions are working; resolves when it is done, rejects with `ProblemError`. */
  daemon(action: DaemonAction, force: boolean): Promise<void>
  /** Gives the host the password of a locked server. `username`: empty for the usual ones. */
  unlock(serverId: string, password: string, username: string): Promise<void>
}

export function makeServerActions(model: Model): ServerActions {
  return {
    async daemon(action, force) {
      model.set('daemonAction', action)
      try {
        const { server } = await host.daemon(action, force)
        model.change(DAEMON_ID, (draft) => {
          draft.info = server
        })
      } finally {
        model.set('daemonAction', null)
      }
    },
    unlock: (...given) => host.setCredential(...given),
  }
}
