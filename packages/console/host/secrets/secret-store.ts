/** Secrets by the marks that stand for them. Bounded: of a server's own the first are kept, of what its answers told the last. */
import { createHmac } from 'node:crypto'
import { formsOf } from '@kilo-console/engine/secrets/forms'
import { markOf } from '@kilo-console/engine/secrets/hidden'
import { SecretPool } from './secret-pool.ts'

/** Of one server, and their letters together, its own and others: who has more is told when one comes back. */
const MOST = 4000
const MOST_LETTERS = 4 << 20

export class SecretStore {
  readonly #salt: string
  readonly #own = new SecretPool(MOST, MOST_LETTERS)
  /** Those that were told of last, last: a folder’s own must not drive out what stands in files of the user. */
  readonly #told = new SecretPool(MOST, MOST_LETTERS)
  /** Grows when what is hidden wherever it stands changes. */
  version = 0

  /** `salt`: of this run of the host; marks tell nothing without it. */
  constructor(salt: string) {
    this.#salt = salt
  }

  get isEmpty(): boolean {
    return this.#own.forms.size + this.#told.forms.size === 0
  }

  /** What is hidden wherever it stands, with the marks. */
  forms(): Map<string, string> {
    return new Map([...this.#told.forms, ...this.#own.forms])
  }

  /** One of the server’s own, which others do not drive out. */
  keep(secret: string): string {
    // As one of all others, where there is no room.
    if (!this.#own.get(secret) && !this.#own.hasRoomFor(secret)) return this.tell(secret, true)
    this.#told.delete(secret)
    return this.#note(this.#own, secret, true)
  }

  tell(secret: string, isSure: boolean): string {
    if (this.#own.get(secret)) return this.#note(this.#own, secret, isSure)
    const mark = this.#note(this.#told, secret, isSure)
    while (this.#told.isTooMuch) if (this.#told.deleteFirst()) this.version += 1
    return mark
  }

  /** What a mark stands for, in the form in which it stood there. */
  secretOf(id: string): string | undefined {
    return this.#own.marked(id) ?? this.#told.marked(id)
  }

  #note(pool: SecretPool, secret: string, isSure: boolean): string {
    const before = pool.get(secret) ?? { id: this.#idOf(secret), forms: [], isSure: false }
    const isNew = isSure && !before.isSure
    const forms = isNew
      ? formsOf(secret).map((form): [string, string] => [form, this.#idOf(form)])
      : before.forms
    pool.put(secret, { id: before.id, forms, isSure: isSure || before.isSure })
    if (isNew && forms.length > 0) this.version += 1
    return markOf(before.id)
  }

  #idOf(secret: string): string {
    return createHmac('sha256', this.#salt).update(secret).digest('hex').slice(0, 12)
  }
}
