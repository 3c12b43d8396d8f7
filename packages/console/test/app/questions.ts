import { ProblemError } from '../../src/sdk/problem.ts'

/** `look` reads what is asked for, `answer` brings it home. */
interface Asked {
  look: () => unknown
  seen?: { value: unknown }
  resolve: (value: unknown) => void
  reject: (error: unknown) => void
}

/** For tests: the requests of a page that are under way, every step of each in the test's hand. */
export class Questions {
  readonly #asked: Asked[] = []

  get count(): number {
    return this.#asked.length
  }

  ask(look: () => unknown): Promise<unknown> {
    return new Promise((resolve, reject) => this.#asked.push({ look, resolve, reject }))
  }

  look(): void {
    const asked = this.#asked.find(({ seen }) => !seen)
    if (asked) asked.seen = { value: structuredClone(asked.look()) }
  }

  answer(at = this.#asked.findIndex(({ seen }) => seen)): void {
    const [asked] = at < 0 ? [] : this.#asked.splice(at, 1)
    asked?.resolve(asked.seen?.value)
  }

  answerLast(): void {
    this.answer(this.#asked.findLastIndex(({ seen }) => seen))
  }

  fail(): void {
    this.#asked.shift()?.reject(new ProblemError({ code: 'x', message: 'cut' }))
  }
}
