/** PURE: so many secrets, in the order in which they were put, and what stands for each. */
import { markOf } from '@kilo-console/engine/secrets/hidden'

export interface KeptSecret {
  /** Of its mark. */
  id: string
  /** In which it is hidden wherever it stands, each with the id of its own mark: what comes back is written as it was. */
  forms: readonly (readonly [form: string, id: string])[]
  isSure: boolean
}

export class SecretPool {
  readonly #most: number
  readonly #mostLetters: number
  readonly #kept = new Map<string, KeptSecret>()
  readonly #byId = new Map<string, string>()
  #letters = 0
  /** What is hidden wherever it stands, with the marks. */
  readonly forms = new Map<string, string>()

  constructor(most: number, mostLetters: number) {
    this.#most = most
    this.#mostLetters = mostLetters
  }

  get isTooMuch(): boolean {
    return this.#kept.size > this.#most || this.#letters > this.#mostLetters
  }

  hasRoomFor(secret: string): boolean {
    return this.#kept.size < this.#most && this.#letters + secret.length <= this.#mostLetters
  }

  get(secret: string): KeptSecret | undefined {
    return this.#kept.get(secret)
  }

  /** As the last one. */
  put(secret: string, kept: KeptSecret): void {
    if (!this.#kept.delete(secret)) this.#letters += secret.length
    this.#kept.set(secret, kept)
    this.#byId.set(kept.id, secret)
    for (const [form, id] of kept.forms) {
      this.#byId.set(id, form)
      this.forms.set(form, markOf(id))
    }
  }

  delete(secret: string): void {
    const kept = this.#kept.get(secret)
    if (!kept) return
    this.#kept.delete(secret)
    this.#letters -= secret.length
    this.#byId.delete(kept.id)
    for (const [form, id] of kept.forms) {
      this.#byId.delete(id)
      this.forms.delete(form)
    }
  }

  /** Whether something was hidden that is no longer. */
  deleteFirst(): boolean {
    const [first] = this.#kept
    if (!first) return false
    this.delete(first[0])
    return first[1].forms.length > 0
  }

  marked(id: string): string | undefined {
    return this.#byId.get(id)
  }
}
