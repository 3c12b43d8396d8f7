import { engine, unwrap } from '../../sdk/engine.ts'
import type { Model } from '../model.ts'
import type { Terminal } from '../types.ts'
import type { Place } from './sessions.ts'

export interface TerminalActions {
  /** Opens the user's shell in a directory and puts it into the roster. */
  create(place: Place): Promise<Terminal>
  /** Ends the shell, if it still runs, and takes the terminal out of the roster. */
  close(serverId: string, terminal: Terminal): Promise<void>
  rename(serverId: string, terminal: Terminal, title: string): Promise<void>
}

export function makeTerminalActions(model: Model): TerminalActions {
  return {
    async create({ serverId, directory }) {
      const info = await unwrap(engine(serverId).pty.create({ directory, cwd: directory }))
      const terminal = { ...info, directory }
      model.change(serverId, (draft) => {
        draft.terminals[terminal.id] = terminal
      })
      return terminal
    },
    async close(serverId, { id, directory, status }) {
      if (status === 'running') await unwrap(engine(serverId).pty.remove({ ptyID: id, directory }))
      model.change(serverId, (draft) => delete draft.terminals[id])
    },
    async rename(serverId, { id, directory }, title) {
      await unwrap(engine(serverId).pty.update({ ptyID: id, directory, title }))
    },
  }
}
