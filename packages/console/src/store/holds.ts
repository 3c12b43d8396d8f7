/** Prompts that have to wait: while an engine sets a folder up anew it takes them, and loses them (docs/engine.md). */
interface Hold {
  serverId: string
  /** Undefined: all of the server's. */
  directory: string | undefined
  over: Promise<void>
}

export class Holds {
  readonly #holds = new Set<Hold>()

  /** Whoever begins one ends it, whatever happens; more than once is as good. */
  begin(serverId: string, directory?: string): () => void {
    let end = (): void => undefined
    const over = new Promise<void>((resolve) => (end = resolve))
    const hold = { serverId, directory, over }
    this.#holds.add(hold)
    return () => {
      this.#holds.delete(hold)
      end()
    }
  }

  /** Answers, when nothing holds this folder, whether something did. Of a session whose folder is not known any hold of its server counts. */
  async whenFree(serverId: string, directory: string | undefined): Promise<boolean> {
    for (let held = false; ; held = true) {
      const holds = [...this.#holds].filter(
        (hold) => hold.serverId === serverId && isSame(hold.directory, directory),
      )
      if (holds.length === 0) return held
      await Promise.all(holds.map(({ over }) => over))
    }
  }
}

const isSame = (held: string | undefined, directory: string | undefined) =>
  held === undefined || directory === undefined || held === directory
