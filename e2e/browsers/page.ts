/** A page as people and screen readers know it, by roles and names, in whichever browser drives it. */
import { until } from '../world/engine.ts'
import { DriverError, type Driver, type ElementId } from './driver.ts'
import { chord, clickAt, typed, type Point } from './keys.ts'

export interface Target {
  role: string
  name?: string
  within?: Target
  /** The last of several; else the first. */
  last?: boolean
  /** Its text is that of the section around it: one that is named by what is in it. */
  around?: boolean
}

const nameOf = ({ role, name, within }: Target): string =>
  `${role} “${name ?? ''}”${within ? ` in ${nameOf(within)}` : ''}`

export class Page {
  readonly driver: Driver

  constructor(driver: Driver) {
    this.driver = driver
  }

  /** Its text; undefined while it is not there. */
  async textOf(target: Target): Promise<string | undefined> {
    return this.call(target, target.around ? sectionText : (element) => element.innerText)
  }

  async waitForText(target: Target, wanted: string | RegExp): Promise<string> {
    let last: string | undefined
    return until(`${nameOf(target)} to say ${String(wanted)}`, async () => {
      last = await this.textOf(target)
      const says = typeof wanted === 'string' ? last?.includes(wanted) : wanted.test(last ?? '')
      return says ? last : undefined
    }).catch((error: Error) => {
      throw new Error(`${error.message}; it said: ${last?.slice(-500) ?? '(it was not there)'}`)
    })
  }

  async waitUntilGone(target: Target): Promise<void> {
    await until(`${nameOf(target)} to be gone`, async () =>
      (await this.textOf(target)) === undefined ? true : undefined,
    )
  }

  /** Calls a function in the page, with the element; undefined while it is not there. */
  async call<Args extends unknown[], Value>(
    target: Target,
    code: (element: HTMLElement, ...args: Args) => Value,
    ...args: Args
  ): Promise<Value | undefined> {
    return this.#look(target, async (id) => (await this.driver.call(code, id, ...args)) ?? undefined)
  }

  /** Waits until a click would reach it and do something. */
  async click(target: Target): Promise<void> {
    const point = await until(`a click on ${nameOf(target)}`, () =>
      this.#look(target, async (id) => (await this.driver.call(clickablePoint, id)) ?? undefined),
    )
    await this.driver.act(clickAt(point))
  }

  /** Key by key, into what has the focus. */
  async type(text: string): Promise<void> {
    await this.driver.act(typed(text))
  }

  /** All of them at once. */
  async press(...keys: string[]): Promise<void> {
    await this.driver.act(chord(...keys))
  }

  /** Undefined while it is not there; it may be drawn anew at any moment. */
  async #look<Value>(target: Target, take: (id: ElementId) => Promise<Value>): Promise<Value | undefined> {
    try {
      const id = await this.#locate(target)
      return id === undefined ? undefined : await take(id)
    } catch (error) {
      if (error instanceof DriverError && error.isStale) return undefined
      throw error
    }
  }

  async #locate({ role, name, within, last }: Target): Promise<ElementId | undefined> {
    const root = within && (await this.#locate(within))
    if (within && root === undefined) return undefined
    const found = await this.driver.find(role, name, root)
    return found.at(last ? -1 : 0)
  }
}

/** Where a click reaches the element; null while it is disabled, out of sight, or something lies over it. */
function clickablePoint(element: HTMLElement): Point | null {
  if (element.matches(':disabled, [aria-disabled="true"]')) return null
  element.scrollIntoView({ block: 'nearest' })
  const { left, top, width, height } = element.getBoundingClientRect()
  const point = { x: Math.round(left + width / 2), y: Math.round(top + height / 2) }
  const hit = document.elementFromPoint(point.x, point.y)
  const label = hit?.closest('label')
  return element.contains(hit) || (label && label.contains(element)) ? point : null
}

const sectionText = (element: HTMLElement): string => element.closest('section')?.innerText ?? ''
