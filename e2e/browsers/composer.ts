/** Where prompts are written, in whichever browser. */
import { until } from '../world/engine.ts'
import { valueOf } from './in-page.ts'
import { KEYS } from './keys.ts'
import * as names from './names.ts'
import type { Page } from './page.ts'

export class Composer {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  /** A session of its own. Until it opens, what is typed goes to the one before. */
  async begin(): Promise<void> {
    const before = await this.#page.driver.url()
    await this.#page.click(names.newSession)
    await until('the new session', async () => {
      const now = await this.#page.driver.url()
      return (now !== before && now.includes('/sessions/')) || undefined
    })
  }

  async ask(text: string): Promise<void> {
    await this.#page.click(names.prompt)
    await this.#page.type(text)
    await this.#page.press(KEYS.Enter)
    await this.#page.waitForText(names.fromYou, text.slice(0, 20))
  }

  /** All that is written, by keys. */
  async cut(): Promise<void> {
    await this.#page.press(KEYS.Control, 'a')
    await this.#page.press(KEYS.Control, 'x')
    await this.holds('')
  }

  async holds(text: string): Promise<void> {
    await until(
      `the prompt to hold ${text}`,
      async () => (await this.#page.call(names.prompt, valueOf)) === text || undefined,
    )
  }
}
