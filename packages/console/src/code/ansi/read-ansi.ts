/**
 * Output as a terminal would show it: colours and marks of SGR sequences as runs of text, no other sequence, and of a line that was written over
 * what is left of it. Nothing of it can leave its line, hide a line or link anything (fault 42). Pure.
 */
import { PLAIN, styleAfter, type AnsiStyle } from './sgr.ts'
import { Written, type AnsiRun, type Erased } from './written.ts'

const ESC = String.fromCodePoint(27)
const BEL = String.fromCodePoint(7)
/** Control characters but for tabs, and line ends but for `\n`. */
const CONTROLS = '\\0-\\x08\\x0b-\\x1f\\x7f'

/** UTF-16 units of a string without an end, at the end of the text, that may be one on its way. */
const MOST_UNFINISHED = 256

/**
 * In this order: CSI with its parameters and its last letter; strings up to their end, which titles and links (OSC, PM, SOS) have on their line;
 * what may become one of these when the text goes on; any other sequence; a line's end; and what moves in the line, or does nothing.
 */
const CONTROL = new RegExp(
  [
    `${ESC}\\[([0-?]*)[ -/]*([@-~])`,
    `${ESC}[\\]X^][^${BEL}${ESC}\\n]*(?:${BEL}|${ESC}\\\\)`,
    `${ESC}[P_][^${BEL}${ESC}]*(?:${BEL}|${ESC}\\\\)`,
    `${ESC}(?:\\[[0-?]*[ -/]*|[\\]PX^_][^${BEL}${ESC}\\n]{0,${MOST_UNFINISHED}}${ESC}?|[ -/]*)$`,
    `${ESC}[ -/]*[0-~]`,
    `\\r?\\n`,
    `[${CONTROLS}]`,
  ].join('|'),
  'g',
)

const ANY_CONTROL = new RegExp(`[${CONTROLS}]`)

/** Whether there is more to it than its letters. */
export const hasControls = (text: string): boolean => ANY_CONTROL.test(text)

/** Where a sequence of this letter leads, `count` its number. Rows are not left: what is above was read already. */
function follow(written: Written, letter: string, parameters: string): void {
  const count = Number.parseInt(parameters, 10) || 0
  if (letter === 'm') written.style = styleAfter(written.style, parameters)
  else if (letter === 'K' && count <= 2) written.erase(count as Erased)
  else if (letter === 'G') written.moveTo(count - 1)
  else if (letter === 'C') written.moveBy(Math.max(1, count))
  else if (letter === 'D') written.moveBy(-Math.max(1, count))
}

function apply(written: Written, [control, parameters = '', letter]: RegExpMatchArray): void {
  if (control.endsWith('\n')) written.endLine()
  else if (control === '\r') written.moveTo(0)
  else if (control === '\b') written.moveBy(-1)
  // Those with a mark in front are some program's own.
  else if (letter !== undefined && !/[<-?]/.test(parameters)) follow(written, letter, parameters)
}

/** The runs of a text that goes on where `style` holds, and what holds behind it. */
export function readAnsi(text: string, style: AnsiStyle = PLAIN): { runs: AnsiRun[]; style: AnsiStyle } {
  if (!hasControls(text)) return { runs: text === '' ? [] : [{ text, style }], style }
  const written = new Written(style)
  let done = 0
  for (const found of text.matchAll(CONTROL)) {
    written.put(text.slice(done, found.index))
    done = found.index + found[0].length
    apply(written, found)
  }
  written.put(text.slice(done))
  written.settle()
  return { runs: written.runs, style: written.style }
}

/** The text alone. */
export const textOfOutput = (text: string): string =>
  readAnsi(text)
    .runs.map((run) => run.text)
    .join('')
