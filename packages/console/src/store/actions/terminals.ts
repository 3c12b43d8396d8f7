import { readAnswer } from '../../sdk/answer.ts'
import { engine, unwrap } from '../../sdk/engine.ts'
import { noteFresh } from '../../sdk/fresh-terminals.ts'
import { requireFolder } from '../folder-check.ts'
import type { Model } from '../model.ts'
import type { Terminal } from '../types.ts'
import type { Place } from './sessions.ts'

export interface TerminalActions {
  /** Opens the user's shell in a directory and puts it into the roster. */
  create(place: Place): Promise<Terminal>
  /** Ends the shell, if it still runs, and takes the terminal out of the roster. */
  close(serverId: string, terminal: Terminal): Promise<void>
  /** Opens a terminal like one that ended, in its place, and takes the ended one out of the roster. */
  restart(serverId: string, ended: Terminal): Promise<Terminal>
  rename(serverId: string, terminal: Terminal, title: string): Promise<void>
}

interface Wanted {
  directory: string
  cwd: string
  title?: string
}

export function makeTerminalActions(model: Model): TerminalActions {
  async function open(serverId: string, wanted: Wanted): Promise<Terminal> {
    await requireFolder({ serverId, directory: wanted.cwd })
    const info = await readAnswer(serverId, 'terminal', engine(serverId).pty.create(wanted))
    const terminal = { ...info, directory: wanted.directory }
    noteFresh(info.id)
    model.change(serverId, (draft) => {
      // A shell that ends at once may have been told of as ended before.
      draft.terminals[terminal.id] ??= terminal
    })
    return terminal
  }

  return {
    create: ({ serverId, directory }) => open(serverId, { directory, cwd: directory }),
    async restart(serverId, { id, directory, cwd, title }) {
      const terminal = await open(serverId, { directory, cwd, title })
      model.change(serverId, (draft) => delete draft.terminals[id])
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
