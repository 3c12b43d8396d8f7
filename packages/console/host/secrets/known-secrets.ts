/** What is known of one server's secrets: hidden by what stands for them, found wherever they stand, put back where they are written. */
import { createHmac } from 'node:crypto'
import { makeFinder, replaceFound, type Finder } from '@kilo-console/engine/secrets/finder'
import { isReference, markOf, replaceMarks } from '@kilo-console/engine/secrets/hidden'
import { isSecretName, isTelling, looksLikeKey } from '@kilo-console/engine/secrets/looks'
import { redact, type Hiding } from '@kilo-console/engine/secrets/redact'
import { withTexts } from '@kilo-console/engine/secrets/texts'
import { withoutQuotes } from '@kilo-console/engine/secrets/without-quotes'
import { HttpProblem } from '../http/problem.ts'
import { JsonMasking } from './json-masking.ts'
import { makeMasking, makeTextMasking, type Forms } from './masking.ts'
import type { Masking } from '../http/secrets.ts'

/** Of one server, and their letters together: who has more has them hidden in their places alone, and is told when one comes back. */
const MOST = 4000
const MOST_LETTERS = 4 << 20

export class KnownSecrets implements Hiding {
  readonly #salt: string
  /** By mark, in the order in which they were learned. */
  readonly #secrets = new Map<string, string>()
  #letters = 0
  /** Those that are hidden wherever they stand, and what a reference stands for. */
  readonly #sure = new Set<string>()
  #references: ReadonlyMap<string, string> = new Map()
  #forms: Forms | undefined
  #ofReferences: Finder = makeFinder([])

  /** `salt`: of this run of the host; marks tell nothing without it. */
  constructor(salt: string) {
    this.#salt = salt
  }

  get isEmpty(): boolean {
    return this.#sure.size === 0
  }

  hide(secret: string, sure: boolean): string {
    const mark = this.#markFor(secret, sure)
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
    for (const value of secret) this.#markFor(value, true)
  }

  learn(secret: string): void {
    this.#markFor(secret, true)
  }

  text(text: string): string {
    return this.mask(this.#asReferences(text))
  }

  mask(text: string): string {
    const { finder, shown } = this.#all()
    return replaceFound(text, finder, shown)
  }

  maskTexts(value: unknown): unknown {
    return this.isEmpty ? value : withTexts(value, (text) => this.mask(text))
  }

  masking(of: 'text' | 'bytes' | 'json'): Masking {
    if (of === 'json') return new JsonMasking((text) => this.mask(text))
    return of === 'text' ? makeTextMasking(this.#all()) : makeMasking(this.#all())
  }

  redact(answer: unknown): unknown {
    return redact(answer, this)
  }

  redactFault(answer: unknown): unknown {
    return redact(answer, {
      hide: (secret, sure) => this.hide(secret, sure),
      text: (text) => this.text(withoutQuotes(text)),
    })
  }

  restore(body: unknown): unknown {
    if (typeof body === 'string') return replaceMarks(body, (id) => this.#secrets.get(id) ?? unknownMark())
    if (Array.isArray(body)) return body.map((one) => this.restore(one))
    if (typeof body !== 'object' || body === null) return body
    return Object.fromEntries(
      Object.entries(body).map(([key, one]) => [this.restore(key), this.restore(one)]),
    )
  }

  #asReferences(text: string): string {
    return replaceFound(text, this.#ofReferences, (value) => this.#references.get(value) ?? value)
  }

  #markFor(secret: string, sure: boolean): string {
    const id = createHmac('sha256', this.#salt).update(secret).digest('hex').slice(0, 12)
    if (!this.#secrets.has(id)) {
      this.#secrets.set(id, secret)
      this.#letters += secret.length
      this.#forgetOldest()
    }
    if (sure && isTelling(secret) && this.#secrets.has(id) && !this.#sure.has(secret)) {
      this.#sure.add(secret)
      this.#forms = undefined
    }
    return markOf(id)
  }

  #forgetOldest(): void {
    for (const [id, secret] of this.#secrets) {
      if (this.#secrets.size <= MOST && this.#letters <= MOST_LETTERS) return
      this.#secrets.delete(id)
      this.#letters -= secret.length
      if (this.#sure.delete(secret)) this.#forms = undefined
    }
  }

  #all(): Forms {
    this.#forms ??= formsOf([...this.#sure].map((secret) => [secret, this.#markFor(secret, true)]))
    return this.#forms
  }
}

/** Each as it stands in a text, in JSON and in an address. */
function formsOf(marks: readonly (readonly [secret: string, mark: string])[]): Forms {
  const shown = new Map(
    marks.flatMap(([secret, mark]) =>
      [inAddress(secret), JSON.stringify(secret).slice(1, -1), secret].map((form): [string, string] => [
        form,
        mark,
      ]),
    ),
  )
  return {
    values: [...shown.keys()],
    finder: makeFinder(shown.keys()),
    shown: (value) => shown.get(value) ?? '',
  }
}

/** Half a character has no form there. */
const inAddress = (secret: string) => (/\p{Surrogate}/u.test(secret) ? secret : encodeURIComponent(secret))

function unknownMark(): never {
  throw new HttpProblem(
    409,
    'hidden-value',
    'A hidden value came back that the console does not know any more. Nothing was changed. Reload the page and try again.',
  )
}
