/** Secrets by the marks that stand for them. Bounded: of a server's own the first are kept, of what its answers told the last. */
import { createHmac } from 'node:crypto'
import { markOf } from '@kilo-console/engine/secrets/hidden'
import { isTelling } from '@kilo-console/engine/secrets/looks'

/** Of one server, and their letters together, its own and others: who has more is told when one comes back. */
const MOST = 4000
const MOST_LETTERS = 4 << 20

interface Kept {
  id: string
  /** Hidden wherever it stands. */
  isSure: boolean
}

class Pool extends Map<string, Kept> {
  letters = 0

  override set(secret: string, kept: Kept): this {
    if (!this.has(secret)) this.letters += secret.length
    return super.set(secret, kept)
  }

  override delete(secret: string): boolean {
    const was = super.delete(secret)
    if (was) this.letters -= secret.length
    return was
  }

  get isTooMuch(): boolean {
    return this.size > MOST || this.letters > MOST_LETTERS
  }
}

export class SecretStore {
  readonly #salt: string
  readonly #own = new Pool()
  /** Those that were told of last, last: a folder’s own must not drive out what stands in files of the user. */
  readonly #told = new Pool()
  readonly #byId = new Map<string, string>()
  /** Hidden wherever they stand, with their marks. */
  readonly sure = new Map<string, string>()
  /** Grows when these change. */
  version = 0

  /** `salt`: of this run of the host; marks tell nothing without it. */
  constructor(salt: string) {
    this.#salt = salt
  }

  /** One of the server’s own, which others do not drive out. */
  keep(secret: string): string {
    if (this.#own.has(secret)) return this.#note(this.#own, secret, true)
    const mark = this.tell(secret, true)
    const kept = this.#told.get(secret)
    if (!kept) return mark
    this.#own.set(secret, kept)
    // As one of all others, where there is no room.
    if (this.#own.isTooMuch) this.#own.delete(secret)
    else this.#told.delete(secret)
    return mark
  }

  tell(secret: string, isSure: boolean): string {
    if (this.#own.has(secret)) return this.#note(this.#own, secret, isSure)
    const mark = this.#note(this.#told, secret, isSure)
    for (const [oldest, { id }] of this.#told) {
      if (!this.#told.isTooMuch) break
      this.#told.delete(oldest)
      this.#byId.delete(id)
      if (this.sure.delete(oldest)) this.version += 1
    }
    return mark
  }

  secretOf(id: string): string | undefined {
    return this.#byId.get(id)
  }

  #note(pool: Pool, secret: string, isSure: boolean): string {
    const kept = pool.get(secret) ?? { id: this.#idOf(secret), isSure: false }
    const isNewlySure = isSure && !kept.isSure && isTelling(secret)
    kept.isSure ||= isNewlySure
    pool.delete(secret)
    pool.set(secret, kept)
    this.#byId.set(kept.id, secret)
    const mark = markOf(kept.id)
    if (isNewlySure) {
      this.sure.set(secret, mark)
      this.version += 1
    }
    return mark
  }

  #idOf(secret: string): string {
    return createHmac('sha256', this.#salt).update(secret).digest('hex').slice(0, 12)
  }
}
