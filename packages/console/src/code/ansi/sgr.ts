/** How text looks in a terminal, by the numbers of SGR sequences (ECMA-48, 8.3.117). Pure. */

const ANSI_COLOURS = ['black', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'white'] as const

type Named = (typeof ANSI_COLOURS)[number]
export type AnsiColour = Named | `bright-${Named}`

/** Absent is as usual. The same object as long as it stays the same. */
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

export const PLAIN: AnsiStyle = {}

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
  [21, withMark('underline')],
  [22, without('bold', 'dim')],
  [23, without('italic')],
  [24, without('underline')],
  [27, without('inverse')],
  [29, without('struck')],
  [39, without('colour')],
  [49, without('ground')],
])

/** Codes that more numbers follow: which colour it is. That of an underline is not shown, but its numbers are none of ours. */
const EXTENDED: ReadonlyMap<number, 'colour' | 'ground' | undefined> = new Map([
  [38, 'colour'],
  [48, 'ground'],
  [58, undefined],
])

/** The colour that these numbers tell, and how many of them do. */
function extended(numbers: readonly number[]): { colour: AnsiColour | undefined; length: number } {
  const [kind, first = 0, second = 0, third = 0] = numbers
  if (kind === 5) return { colour: first < 256 ? ofPalette(first) : undefined, length: 2 }
  if (kind === 2) return { colour: nearest(first, second, third), length: 4 }
  return { colour: undefined, length: numbers.length }
}

/** What the tens of a code colour, and whether brightly. */
const TENS: ReadonlyMap<number, ['colour' | 'ground', number]> = new Map([
  [3, ['colour', 0]],
  [4, ['ground', 0]],
  [9, ['colour', 8]],
  [10, ['ground', 8]],
])

/** `details`: what stands behind colons, `4:3` for an underline that waves. */
function styleBy(style: AnsiStyle, code: number, details: readonly number[]): AnsiStyle {
  const [key, step] = TENS.get(Math.floor(code / 10)) ?? []
  if (key && code % 10 < 8) return { ...style, [key]: colourAt((code % 10) + (step ?? 0)) }
  const change = CHANGES.get(code === 4 && details[0] === 0 ? 24 : code)
  return change?.(style) ?? style
}

/** Codes that are read of one sequence: no terminal takes more. */
const MOST_CODES = 64

/** Codes are parted by semicolons; what stands behind colons belongs to its code. For colours people write both. */
export function styleAfter(before: AnsiStyle, parameters: string): AnsiStyle {
  const codes = parameters.split(';', MOST_CODES).map((code) => code.split(':', MOST_CODES).map(Number))
  let style = before
  for (let at = 0; at < codes.length; at += 1) {
    const [code = 0, ...details] = codes[at] ?? []
    if (!EXTENDED.has(code)) {
      style = styleBy(style, code, details)
      continue
    }
    // Between the kind and its three numbers stands the colour space, which nobody fills in.
    const numbers = details[0] === 2 && details.length > 4 ? [2, ...details.slice(2)] : details
    const isWhole = details.length > 0
    const { colour, length } = extended(isWhole ? numbers : codes.slice(at + 1).map(([number = 0]) => number))
    const key = EXTENDED.get(code)
    if (colour && key) style = { ...style, [key]: colour }
    if (!isWhole) at += length
  }
  return style
}
