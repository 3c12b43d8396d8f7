/**
 * Output as a terminal would show it: colours and marks of SGR sequences (ECMA-48, 8.3.117) as runs of text, no other sequence, and of a line that was
 * written over the last state. Nothing of it can move, hide or link anything (fault 42). Pure.
 */

const ANSI_COLOURS = ['black', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'white'] as const

type Named = (typeof ANSI_COLOURS)[number]
export type AnsiColour = Named | `bright-${Named}`

/** How text looks; absent is as usual. The same object as long as it stays the same. */
export interface AnsiStyle {
  colour?: AnsiColour
  ground?: AnsiColour
  bold?: true
  dim?: true
  italic?: true
  underline?: true
  struck?: true
  inverse?: true
}

export interface AnsiRun {
  text: string
  style: AnsiStyle
}

export const PLAIN: AnsiStyle = {}

const ESC = String.fromCodePoint(27)
const BEL = String.fromCodePoint(7)
/** CSI with its parameters and its last letter; strings (OSC, DCS, APC, PM, SOS) up to their end; single ones; and line ends of both kinds. */
const CONTROL = new RegExp(
  `${ESC}\\[([0-?]*)[ -/]*([@-~])|${ESC}[\\]PX^_][^${BEL}${ESC}]*(?:${BEL}|${ESC}\\\\)?|${ESC}[ -/]*[0-~]|\\r+\\n|\\r|\\n`,
  'g',
)

const bright = (name: Named): AnsiColour => `bright-${name}`
const colourAt = (index: number): AnsiColour => {
  const name = ANSI_COLOURS[index % 8] ?? 'white'
  return index >= 8 ? bright(name) : name
}

/** The nearest of the sixteen, which are made to be read: by hue, where there is one. */
function nearest(red: number, green: number, blue: number): AnsiColour {
  const high = Math.max(red, green, blue)
  const low = Math.min(red, green, blue)
  if (high - low < 48)
    return high < 64 ? 'black' : high < 160 ? 'bright-black' : high < 224 ? 'white' : 'bright-white'
  const middle = (high + low) / 2
  const index = (red > middle ? 1 : 0) + (green > middle ? 2 : 0) + (blue > middle ? 4 : 0)
  return colourAt(index + (high > 192 ? 8 : 0))
}

/** Of the 256: the sixteen, a cube of six steps, greys. */
function ofPalette(index: number): AnsiColour {
  if (index < 16) return colourAt(index)
  if (index >= 232)
    return nearest(...([0, 0, 0].map(() => (index - 232) * 10 + 8) as [number, number, number]))
  const step = (size: number) => Math.floor((index - 16) / size) % 6
  const level = (value: number) => (value === 0 ? 0 : value * 40 + 55)
  return nearest(level(step(36)), level(step(6)), level(step(1)))
}

type Change = (style: AnsiStyle) => AnsiStyle

const without =
  (...keys: (keyof AnsiStyle)[]): Change =>
  (style) =>
    Object.fromEntries(Object.entries(style).filter(([key]) => !keys.includes(key as keyof AnsiStyle)))

const withMark =
  (key: 'bold' | 'dim' | 'italic' | 'underline' | 'struck' | 'inverse'): Change =>
  (style) => ({ ...style, [key]: true })

const CHANGES: ReadonlyMap<number, Change> = new Map<number, Change>([
  [0, () => PLAIN],
  [1, withMark('bold')],
  [2, withMark('dim')],
  [3, withMark('italic')],
  [4, withMark('underline')],
  [7, withMark('inverse')],
  [9, withMark('struck')],
  [22, without('bold', 'dim')],
  [23, without('italic')],
  [24, without('underline')],
  [27, without('inverse')],
  [29, without('struck')],
  [39, without('colour')],
  [49, without('ground')],
])

/** The colour behind 38 or 48, and how many numbers tell it. */
function extended(codes: readonly number[]): { colour: AnsiColour | undefined; length: number } {
  const [kind, first = 0, second = 0, third = 0] = codes
  if (kind === 5) return { colour: first < 256 ? ofPalette(first) : undefined, length: 2 }
  if (kind === 2) return { colour: nearest(first, second, third), length: 4 }
  return { colour: undefined, length: codes.length }
}

/** What the tens of a code colour, and whether brightly. */
const TENS: ReadonlyMap<number, ['colour' | 'ground', number]> = new Map([
  [3, ['colour', 0]],
  [4, ['ground', 0]],
  [9, ['colour', 8]],
  [10, ['ground', 8]],
])

function styleAfter(before: AnsiStyle, parameters: string): AnsiStyle {
  const codes = parameters.split(/[;:]/, 64).map(Number)
  let style = before
  for (let at = 0; at < codes.length; at += 1) {
    const code = codes[at] ?? 0
    const [key, step] = TENS.get(Math.floor(code / 10)) ?? []
    if (code === 38 || code === 48) {
      const { colour, length } = extended(codes.slice(at + 1))
      if (colour && key) style = { ...style, [key]: colour }
      at += length
    } else if (key && code % 10 < 8) style = { ...style, [key]: colourAt((code % 10) + (step ?? 0)) }
    else style = CHANGES.get(code)?.(style) ?? style
  }
  return style
}

/** Runs as they are written, one line over the other. */
class Runs {
  readonly runs: AnsiRun[] = []
  style: AnsiStyle
  /** Where the line begins: runs before it, and units of the last of them. */
  #line = { runs: 0, units: 0 }

  constructor(style: AnsiStyle) {
    this.style = style
  }

  put(text: string): void {
    const last = this.runs.at(-1)
    if (text === '') return
    if (last?.style === this.style) last.text += text
    else this.runs.push({ text, style: this.style })
  }

  endLine(): void {
    this.put('\n')
    this.#line = { runs: this.runs.length, units: this.runs.at(-1)?.text.length ?? 0 }
  }

  /** What is written next takes the place of the line. */
  restartLine(): void {
    this.runs.length = this.#line.runs
    const last = this.runs.at(-1)
    if (last) last.text = last.text.slice(0, this.#line.units)
  }
}

/** The runs of a text that goes on where `style` holds, and what holds behind it. */
export function readAnsi(text: string, style: AnsiStyle = PLAIN): { runs: AnsiRun[]; style: AnsiStyle } {
  if (!text.includes('\u001B') && !text.includes('\r'))
    return { runs: text === '' ? [] : [{ text, style }], style }
  const written = new Runs(style)
  let done = 0
  for (const found of text.matchAll(CONTROL)) {
    written.put(text.slice(done, found.index))
    done = found.index + found[0].length
    if (found[0].endsWith('\n')) written.endLine()
    else if (found[0] === '\r' && done < text.length) written.restartLine()
    else if (found[2] === 'm' && !/[<-?]/.test(found[1] ?? ''))
      written.style = styleAfter(written.style, found[1] ?? '')
  }
  written.put(text.slice(done))
  return { runs: written.runs, style: written.style }
}

/** The text alone. */
export const textOfOutput = (text: string): string =>
  readAnsi(text)
    .runs.map((run) => run.text)
    .join('')
