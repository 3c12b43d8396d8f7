/** Which terminals are halted, and why: for a moment (`pause`), or until somebody decides (`hold`). */
import {
  haltGroup,
  isEndAwaited,
  programOf,
  resumeGroup,
  type EngineTerminal,
  type TerminalGroup,
} from '@kilo-console/daemon'
import type { TerminalFlood } from '../../shared/api.ts'
import type { FloodAct } from './flood-watch.ts'

export interface HaltedListener {
  /** Others are held than before. */
  changed(): void
  /** This one is held no more, and not because the engine has caught up. */
  continued(ptyID: string): void
}

interface Halted {
  group: TerminalGroup
  /** The command's name, once it is held. */
  program?: string
}

export class HaltedTerminals {
  readonly #to: HaltedListener
  readonly #halted = new Map<string, Halted>()

  constructor(to: HaltedListener) {
    this.#to = to
  }

  /** Those that wait for a person. */
  held(): TerminalFlood[] {
    return [...this.#halted].flatMap(([ptyID, { program }]) =>
      program === undefined ? [] : [{ ptyID, program }],
    )
  }

  /** What the kernel says is true: halted by a host before us, let go on by somebody else, interrupted, gone. */
  async takeUp(terminals: readonly EngineTerminal[]): Promise<void> {
    for (const { ptyID, groups } of terminals) {
      const known = this.#halted.get(ptyID)
      const now = groups.find(({ id, isForeground }) => (known ? known.group.id === id : isForeground))
      if (known && !now?.isStopped) this.#release(ptyID)
      // A stopped shell under a stopped command: nothing else does that.
      else if (now?.isStopped && isEndAwaited(now)) await resumeGroup(now)
      else if (now?.isStopped && !known) await this.#hold(ptyID, now)
    }
    const present = new Set(terminals.map(({ ptyID }) => ptyID))
    for (const ptyID of this.#halted.keys()) if (!present.has(ptyID)) this.#release(ptyID)
  }

  async carryOut(act: FloodAct, terminal: EngineTerminal, flooding: TerminalGroup): Promise<void> {
    const { ptyID } = terminal
    const known = this.#halted.get(ptyID)
    if (act === 'resume') {
      this.#forget(ptyID)
      if (known) await resumeGroup(known.group)
      return
    }
    if (!known && !(await haltGroup(terminal, flooding))) return this.#to.continued(ptyID)
    this.#halted.set(ptyID, known ?? { group: flooding })
    if (act === 'hold') await this.#hold(ptyID, known?.group ?? flooding)
  }

  /** Lets a held one go on, after these signals. False: it is not held. */
  async letGo(ptyID: string, first: NodeJS.Signals[]): Promise<boolean> {
    const known = this.#halted.get(ptyID)
    if (known?.program === undefined) return false
    this.#release(ptyID)
    return resumeGroup(known.group, first)
  }

  /** What was paused goes on; what is held stays so, and the next host takes it up. */
  dispose(): void {
    for (const { group, program } of this.#halted.values()) if (program === undefined) void resumeGroup(group)
  }

  async #hold(ptyID: string, group: TerminalGroup): Promise<void> {
    this.#halted.set(ptyID, { group, program: await programOf(group) })
    this.#to.changed()
  }

  #release(ptyID: string): void {
    this.#to.continued(ptyID)
    this.#forget(ptyID)
  }

  #forget(ptyID: string): void {
    const wasSaid = this.#halted.get(ptyID)?.program !== undefined
    this.#halted.delete(ptyID)
    if (wasSaid) this.#to.changed()
  }
}
