import { PLAIN, type AnsiStyle } from './sgr.ts'

export interface AnsiRun {
  text: string
  style: AnsiStyle
}

/** Which part of the line is taken away: from the cursor on, up to it, or all of it (the numbers of ECMA-48, 8.3.41). */
export type Erased = 0 | 1 | 2

/** Columns that a line may be moved to without being written up to there: more of it would be a page of blanks for six letters. */
const MOST_COLUMN = 200

/** A letter that is not there: a blank before others, nothing at the end of the line. */
const NOTHING = ''

/** What is written, in runs of one look. A line that is written over is kept letter by letter until it ends. */
export class Written {
  readonly runs: AnsiRun[] = []
  style: AnsiStyle
  /** Where the line begins: runs before it, and units of the last of them. */
  #start = { runs: 0, units: 0 }
  #line: Line | undefined

  constructor(style: AnsiStyle) {
    this.style = style
  }

  put(text: string): void {
    if (this.#line) this.#line.put(text, this.style)
    else this.#append(text, this.style)
  }

  endLine(): void {
    this.settle()
    this.#append('\n', this.style)
    this.#start = { runs: this.runs.length, units: this.runs.at(-1)?.text.length ?? 0 }
  }

  /** To a column from the first one on, or by so many from where it is. */
  moveTo(column: number): void {
    this.#letters().moveTo(column)
  }

  moveBy(columns: number): void {
    const line = this.#letters()
    line.moveTo(line.column + columns)
  }

  erase(which: Erased): void {
    this.#letters().erase(which)
  }

  /** The line as it stands becomes runs. */
  settle(): void {
    const line = this.#line
    this.#line = undefined
    for (const { text, style } of line?.runs() ?? []) this.#append(text, style)
  }

  #append(text: string, style: AnsiStyle): void {
    const last = this.runs.at(-1)
    if (text === '') return
    if (last?.style === style) last.text += text
    else this.runs.push({ text, style })
  }

  #letters(): Line {
    if (this.#line) return this.#line
    const line = new Line()
    const last = this.runs[this.#start.runs - 1]
    if (last) {
      line.put(last.text.slice(this.#start.units), last.style)
      last.text = last.text.slice(0, this.#start.units)
    }
    for (const { text, style } of this.runs.splice(this.#start.runs)) line.put(text, style)
    this.#line = line
    return line
  }
}

/** A line letter by letter. Whatever is done with it costs what is written into it. */
class Line {
  column = 0
  readonly #letters: string[] = []
  readonly #styles: (AnsiStyle | undefined)[] = []
  /** So many of the first letters are taken away already. */
  #blank = 0

  put(text: string, style: AnsiStyle): void {
    while (this.#letters.length < this.column) this.#set(this.#letters.length, NOTHING, undefined)
    for (const letter of text) {
      this.#set(this.column, letter, style)
      this.column += 1
    }
  }

  moveTo(column: number): void {
    this.column = Math.max(0, Math.min(column, Math.max(MOST_COLUMN, this.#letters.length)))
  }

  erase(which: Erased): void {
    if (which !== 1 && this.#letters.length > this.column)
      this.#letters.length = this.#styles.length = this.column
    if (which === 0) return
    const end = Math.min(this.column, this.#letters.length)
    for (let at = this.#blank; at < end; at += 1) this.#set(at, NOTHING, undefined)
    this.#blank = end
  }

  runs(): AnsiRun[] {
    let end = this.#letters.length
    while (end > 0 && this.#letters[end - 1] === NOTHING) end -= 1
    const runs: { letters: string[]; style: AnsiStyle | undefined }[] = []
    for (let at = 0; at < end; at += 1) {
      const [letter, style] = [this.#letters[at] || ' ', this.#styles[at]]
      const last = runs.at(-1)
      if (last && last.style === style) last.letters.push(letter)
      else runs.push({ letters: [letter], style })
    }
    return runs.map(({ letters, style }) => ({ text: letters.join(''), style: style ?? PLAIN }))
  }

  #set(at: number, letter: string, style: AnsiStyle | undefined): void {
    this.#letters[at] = letter
    this.#styles[at] = style
    this.#blank = Math.min(this.#blank, at)
  }
}
