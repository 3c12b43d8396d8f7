/** What is known of one server's secrets: hidden by what stands for them, found wherever they stand, put back where they are written. */
import { makeFinder, replaceFound, type Finder } from '@kilo-console/engine/secrets/finder'
import { isReference, markOf, replaceMarks } from '@kilo-console/engine/secrets/hidden'
import { isSecretName, isTelling, looksLikeKey } from '@kilo-console/engine/secrets/looks'
import { redact, type Hiding } from '@kilo-console/engine/secrets/redact'
import { withTexts } from '@kilo-console/engine/secrets/texts'
import { withoutQuotes } from '@kilo-console/engine/secrets/without-quotes'
import { HttpProblem } from '../http/problem.ts'
import { JsonMasking } from './json-masking.ts'
import { inBytes, makeMasking, type Forms } from './masking.ts'
import { SecretStore } from './secret-store.ts'
import type { Masking } from '../http/secrets.ts'

/** Letters of a value that is shown as what refers to it. */
const LEAST_REFERRED = 8
/** Letters of an answer that are the beginning of a secret: fewer are the beginning of anything, and tell nothing of it. */
const LEAST_HELD = 4

export class KnownSecrets implements Hiding {
  readonly #store: SecretStore
  /** What references stand for. */
  #references: ReadonlyMap<string, string> = new Map()
  #ofReferences: Finder = makeFinder([])
  #forms: { version: number; text: Forms; bytes?: Forms } | undefined

  /** `salt`: of this run of the host; marks tell nothing without it. */
  constructor(salt: string) {
    this.#store = new SecretStore(salt)
  }

  get isEmpty(): boolean {
    return this.#store.isEmpty
  }

  get version(): number {
    return this.#store.version
  }

  /** A short value that is the same as a variable's is that of another setting. */
  hide(secret: string, sure: boolean): string {
    const mark = this.#store.tell(secret, sure)
    if (secret.length < LEAST_REFERRED) return mark
    const text = this.#references.get(secret) ?? this.#asReferences(secret)
    return text !== secret && isReference(text) ? text : mark
  }

  /**
   * `{env:NAME}` and `{file:path}`, by what they stand for now. That may be a model, a folder, a whole prompt: only what is called or looks like a secret is
   * one outside of the places for secrets.
   */
  refer(references: ReadonlyMap<string, string>): void {
    const secret = [...references].flatMap(([value, reference]) =>
      isTelling(value) && (isSecretName(reference) || looksLikeKey(value)) ? [value] : [],
    )
    this.#references = references
    this.#ofReferences = makeFinder(secret)
    for (const value of secret) this.#store.keep(value)
  }

  /** One of the server’s own. */
  learn(secret: string): void {
    this.#store.keep(secret)
  }

  text(text: string): string {
    return this.mask(this.#asReferences(text))
  }

  mask(text: string): string {
    const { finder, shown } = this.#all().text
    return replaceFound(text, finder, shown)
  }

  maskTexts(value: unknown): unknown {
    return this.isEmpty ? value : withTexts(value, (text) => this.mask(text))
  }

  masking(of: 'text' | 'bytes' | 'json'): Masking {
    if (of === 'json') return new JsonMasking((text) => this.mask(text))
    const all = this.#all()
    return of === 'text' ? makeMasking(all.text, LEAST_HELD) : makeMasking((all.bytes ??= inBytes(all.text)))
  }

  /** All in what the server’s own configuration says. */
  learnAll(config: unknown): void {
    redact(config, {
      hide: (secret, sure) => (sure ? this.#store.keep(secret) : this.#store.tell(secret, false)),
      text: (text) => text,
    })
  }

  /** All in what any other configuration says. */
  tellAll(config: unknown): void {
    redact(config, { hide: (secret, sure) => this.#store.tell(secret, sure), text: (text) => text })
  }

  redact(answer: unknown): unknown {
    return this.#redacted(answer, (text) => this.text(text))
  }

  redactFault(answer: unknown): unknown {
    return this.#redacted(answer, (text) => this.text(withoutQuotes(text)))
  }

  restore(body: unknown): unknown {
    if (typeof body === 'string') return replaceMarks(body, (id) => this.#store.secretOf(id) ?? unknownMark())
    if (typeof body !== 'object' || body === null) return body
    const entries = Object.entries(body)
    const restored = entries.map(([key, one]) => [String(this.restore(key)), this.restore(one)] as const)
    if (restored.every(([key, one], at) => key === entries[at]?.[0] && one === entries[at]?.[1])) return body
    return Array.isArray(body) ? restored.map(([, one]) => one) : Object.fromEntries(restored)
  }

  restoreText(json: string): string {
    return replaceMarks(json, (id) => {
      const secret = this.#store.secretOf(id)
      return secret === undefined ? markOf(id) : JSON.stringify(secret).slice(1, -1)
    })
  }

  #redacted(answer: unknown, text: Hiding['text']): unknown {
    // First all that it tells, then the texts in it: to look for more with each that is found costs the square of them.
    this.tellAll(answer)
    return redact(answer, {
      hide: (secret) => this.hide(secret, false),
      text,
      // References are told as they are there: what has the same value is none, and must not become one when it is saved.
      written: { hide: (secret) => this.#store.tell(secret, false), text: (one) => this.mask(one) },
    })
  }

  #asReferences(text: string): string {
    return replaceFound(text, this.#ofReferences, (value) => this.#references.get(value) ?? value)
  }

  #all() {
    const { version } = this.#store
    if (this.#forms?.version !== version) this.#forms = { version, text: formsOf(this.#store.forms()) }
    return this.#forms
  }
}

function formsOf(marks: ReadonlyMap<string, string>): Forms {
  const values = [...marks.keys()]
  return { values, finder: makeFinder(values), shown: (value) => marks.get(value) ?? '' }
}

function unknownMark(): never {
  throw new HttpProblem(
    409,
    'hidden-value',
    'A hidden value came back that the console does not know any more. Nothing was changed. Reload the page and try again.',
  )
}
