/** What a browser has to be able to do for the flows. Whatever else they need is made of it, in page.ts. */

/** A reference to an element of the page, as the browser's own protocol names it. */
export type ElementId = string

/** Input of one device, tick by tick: the same words in WebDriver and in WebDriver BiDi. */
export interface InputSource {
  type: 'key' | 'pointer'
  id: string
  parameters?: Record<string, unknown>
  actions: Record<string, unknown>[]
}

export interface Driver {
  go(url: string): Promise<void>
  reload(): Promise<void>
  url(): Promise<string>
  /** By role and accessible name, as the browser itself computes them; in document order, below `within` if that is given. */
  find(role: string, name?: string, within?: ElementId): Promise<ElementId[]>
  /** Calls a function in the page; it reaches nothing of ours but its arguments. */
  call<Args extends unknown[], Value>(
    code: (element: HTMLElement, ...args: Args) => Value,
    element: ElementId,
    ...args: Args
  ): Promise<Value>
  act(sources: InputSource[]): Promise<void>
  /** The window's, or the page's: what is in it has to follow. */
  resize(width: number, height: number): Promise<void>
  /** Puts `character` together with the browser's own input method, in what has the focus, and ends that with Enter. */
  compose(character: string): Promise<void>
  /** What the console has of errors, exceptions and refusals. */
  problems(): string[]
  /** Ends the browser, and whatever was started for it. */
  close(): Promise<void>
}

/** WebDriver's words for an element that is no longer there, usually because it was drawn anew. */
const GONE = new Set(['stale element reference', 'no such node', 'no such element'])

/** An answer of the browser that is no result. */
export class DriverError extends Error {
  readonly command: string
  readonly code: string

  constructor(command: string, code: string, message: string) {
    super(`${command}: ${code}: ${message}`)
    this.command = command
    this.code = code
  }

  /** To be found again. */
  get isStale(): boolean {
    return GONE.has(this.code)
  }
}
