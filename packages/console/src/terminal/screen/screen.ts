import { FitAddon } from '@xterm/addon-fit'
import { SearchAddon, type ISearchResultChangeEvent } from '@xterm/addon-search'
import { Unicode11Addon } from '@xterm/addon-unicode11'
import { Terminal, type ITerminalOptions } from '@xterm/xterm'
import '@xterm/xterm/css/xterm.css'
import { useOfKey } from './key-use.ts'
import { makeLinks, type LinkTarget } from './link-provider.ts'
import { readFindColors, readPalette } from './colours.ts'
import { makePasteListener } from './paste-listener.ts'
import { cleanPaste, countLines } from './paste.ts'
import { chooseRenderer } from './renderer.ts'
import { cleanTitle } from './title.ts'

export interface Size {
  cols: number
  rows: number
}

/** Text of several lines, pasted where the program would take each line end for Enter. */
export interface PasteQuestion {
  lines: number
  paste(): void
}

export interface ScreenHandlers {
  /** Typed, pasted, or answered by the terminal itself (reports.ts). */
  input(text: string): void
  resize(size: Size): void
  /** Cleaned and cut; empty when a program took its title back. */
  title(title: string): void
  link(target: LinkTarget | undefined): void
  /** To be asked before it is pasted. */
  pasting(question: PasteQuestion): void
  /** So many control characters were taken out of a paste. */
  cleaned(removed: number): void
  found(result: ISearchResultChangeEvent): void
}

export interface ScreenOptions {
  host: HTMLElement
  screenReader: boolean
  apple: boolean
  handlers: ScreenHandlers
}

function optionsOf(host: HTMLElement, screenReader: boolean): ITerminalOptions {
  const style = getComputedStyle(host)
  return {
    allowProposedApi: true,
    cursorInactiveStyle: 'outline',
    fontFamily: style.fontFamily,
    fontSize: Number.parseFloat(style.fontSize),
    lineHeight: 1.2,
    // A program that prints rubbish is no error of the page's.
    logLevel: 'off',
    // AA whatever colours a program picks.
    minimumContrastRatio: 4.5,
    screenReaderMode: screenReader,
    scrollback: 5000,
    theme: readPalette(),
  }
}

function isAscii(text: string): boolean {
  return Array.from(text).every((character) => character.charCodeAt(0) < 128)
}

/** One xterm in one element, with what this product allows it and nothing more. */
export class Screen {
  readonly #terminal: Terminal
  readonly #fit = new FitAddon()
  readonly #search = new SearchAddon()
  readonly #handlers: ScreenHandlers
  readonly #stopPasteListener: () => void

  constructor({ host, screenReader, apple, handlers }: ScreenOptions) {
    this.#handlers = handlers
    this.#terminal = new Terminal(optionsOf(host, screenReader))
    const links = makeLinks((target) => handlers.link(target))
    this.#terminal.options.linkHandler = links.made
    this.#terminal.loadAddon(this.#fit)
    this.#terminal.loadAddon(this.#search)
    this.#terminal.loadAddon(new Unicode11Addon())
    this.#terminal.unicode.activeVersion = '11'
    this.#terminal.loadAddon(links.found)
    // The clipboard is the user's: a program may neither read nor write it (faults.md 42).
    this.#terminal.parser.registerOscHandler(52, () => true)
    this.#terminal.open(host)
    chooseRenderer(this.#terminal)
    this.#listen(apple)
    this.#stopPasteListener = makePasteListener(host, (text) => this.paste(text))
  }

  get size(): Size {
    return { cols: this.#terminal.cols, rows: this.#terminal.rows }
  }

  /** Whether cursor keys are in application mode, where the touch keys must send other bytes. */
  get applicationCursor(): boolean {
    return this.#terminal.modes.applicationCursorKeysMode
  }

  readonly write = (text: string, done: () => void): void => this.#terminal.write(text, done)

  /** Takes as many columns and rows as its element has room for; an element that is not laid out changes nothing (faults.md 52). */
  fit(): void {
    const element = this.#terminal.element?.parentElement
    if (element && element.clientWidth > 0 && element.clientHeight > 0) this.#fit.fit()
  }

  focus(): void {
    this.#terminal.focus()
  }

  /** As if typed: goes through the terminal, so that it scrolls down and the selection goes. */
  input(text: string): void {
    this.#terminal.input(text, true)
  }

  /** Pastes a text from outside, without what is no text in it; asks first where each of its lines would run. */
  paste(pasted: string): void {
    const { text, removed } = cleanPaste(pasted)
    const lines = countLines(text)
    const paste = () => this.#terminal.paste(text)
    if (lines > 1 && !this.#terminal.modes.bracketedPasteMode) this.#handlers.pasting({ lines, paste })
    else if (text !== '') paste()
    if (removed > 0) this.#handlers.cleaned(removed)
  }

  copySelection(): void {
    const text = this.#terminal.getSelection()
    if (text !== '') void navigator.clipboard?.writeText(text).catch(() => undefined)
  }

  retheme(): void {
    this.#terminal.options.theme = readPalette()
  }

  setScreenReader(on: boolean): void {
    this.#terminal.options.screenReaderMode = on
  }

  find(text: string, direction: 'next' | 'previous', incremental: boolean): void {
    const options = { incremental, decorations: readFindColors() }
    if (direction === 'next') this.#search.findNext(text, options)
    else this.#search.findPrevious(text, options)
  }

  clearFind(): void {
    this.#search.clearDecorations()
    this.#terminal.clearSelection()
  }

  dispose(): void {
    this.#stopPasteListener()
    this.#terminal.dispose()
  }

  #listen(apple: boolean): void {
    const handlers = this.#handlers
    this.#terminal.onData((text) => handlers.input(text))
    // Mouse reports in the oldest encoding; above 127 they can't pass a text frame.
    this.#terminal.onBinary((bytes) => isAscii(bytes) && handlers.input(bytes))
    this.#terminal.onResize((size) => handlers.resize(size))
    this.#terminal.onTitleChange((text) => handlers.title(cleanTitle(text)))
    this.#search.onDidChangeResults((result) => handlers.found(result))
    this.#terminal.attachCustomKeyEventHandler((event) => useOfKey(event, apple) === 'shell')
  }
}
