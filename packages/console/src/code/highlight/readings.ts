import type { Language } from '../language-names.ts'
import { packLines } from './marks.ts'
import type { Order, Told } from './messages.ts'
import type { GrammarState, LineReader } from './read-line.ts'

/** Lines of one text that are read before another one has its turn, and before orders are heard. */
const SLICE = 200
/** Milliseconds after which a slice is told as far as it is: its lines may be slow ones. */
const SLICE_MS = 200

interface Reading {
  id: number
  turn: number
  language: Language
  /** Undefined while its grammar is on its way. */
  readLine: LineReader | undefined
  /** What is not read yet; its last line may still grow. */
  rest: string
  /** Lines that are read for good, and what the grammar knows behind them. */
  read: number
  state: GrammarState
  waits: boolean
  /** Nothing more is read of it, and whoever asks is told so: a page that hears nothing takes the worker for one that hangs. */
  over?: true
}

export interface ReadingsOptions {
  /** Rejects where there is no grammar; the text stays plain then. */
  load: (language: Language) => Promise<LineReader>
  tell: (told: Told) => void
  /** Runs it soon, after what was sent meanwhile is heard. */
  soon: (run: () => void) => void
  /** Milliseconds. */
  now: () => number
}

/** The worker's half: texts that are read in slices, the newest asked for first, because that is what came into sight. */
export class Readings {
  readonly #options: ReadingsOptions
  /** In the order in which they were asked for. */
  readonly #readings = new Map<number, Reading>()
  #running = false

  constructor(options: ReadingsOptions) {
    this.#options = options
  }

  hear(order: Order): void {
    if ('end' in order) {
      this.#readings.delete(order.id)
      return
    }
    const reading = 'more' in order ? this.#grow(order.id, order.more) : this.#begin(order)
    if (!reading) return
    if (reading.over) {
      this.#end(reading)
      return
    }
    reading.waits = true
    this.#readings.delete(reading.id)
    this.#readings.set(reading.id, reading)
    this.#run()
  }

  #grow(id: number, more: string): Reading | undefined {
    const reading = this.#readings.get(id)
    if (reading && !reading.over) reading.rest += more
    return reading
  }

  #begin({ id, turn, language, text }: Extract<Order, { text: string }>): Reading {
    const known = this.#readings.get(id)
    const same = known?.language === language ? known.readLine : undefined
    const reading: Reading = {
      id,
      turn,
      language,
      readLine: same,
      rest: text,
      read: 0,
      state: null,
      waits: true,
    }
    if (!same) this.#load(reading)
    return reading
  }

  #load(reading: Reading): void {
    void this.#options.load(reading.language).then(
      (readLine) => {
        reading.readLine = readLine
        return this.#run()
      },
      () => this.#end(reading),
    )
  }

  #end(reading: Reading): void {
    Object.assign(reading, { over: true, waits: false, rest: '' })
    const { id, turn, read: from } = reading
    this.#options.tell({ id, turn, from, lines: packLines([]), done: true })
  }

  #run(): void {
    if (this.#running) return
    this.#running = true
    this.#options.soon(() => {
      this.#running = false
      const next = [...this.#readings.values()].findLast(({ waits, readLine }) => waits && readLine)
      if (!next) return
      this.#readSlice(next)
      this.#run()
    })
  }

  #readSlice(reading: Reading): void {
    const { id, turn, read: from, readLine } = reading
    if (!readLine) return
    const lines: number[][] = []
    const end = this.#options.now() + SLICE_MS
    const hasTime = () => lines.length < SLICE && this.#options.now() < end
    try {
      while (hasTime() && this.#readWhole(reading, readLine, lines));
      reading.waits = reading.rest.includes('\n')
      if (!reading.waits) lines.push(readLine(reading.rest, reading.state).marks)
    } catch {
      // A grammar that fails on a line fails on it again: what is told stays.
      Object.assign(reading, { over: true, waits: false, rest: '' })
    }
    this.#options.tell({ id, turn, from, lines: packLines(lines), done: !reading.waits })
  }

  /** Reads a line that will not grow any more, if there is one. */
  #readWhole(reading: Reading, readLine: LineReader, lines: number[][]): boolean {
    const end = reading.rest.indexOf('\n')
    if (end < 0) return false
    const { marks, state } = readLine(reading.rest.slice(0, end), reading.state)
    lines.push(marks)
    reading.rest = reading.rest.slice(end + 1)
    reading.state = state
    reading.read += 1
    return true
  }
}
