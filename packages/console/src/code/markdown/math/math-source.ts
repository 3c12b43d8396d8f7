/** Formulas in a model's text. Prose, prices and shell variables have dollars too: what is doubtful stays text. Pure. */

export interface MathSource {
  /** With its marks, as it was written. */
  raw: string
  display: boolean
}

/** UTF-16 units of a formula: longer ones are no formulas, and cost what they like. */
export const MOST_OF_FORMULA = 2000

const MARKS = [
  ['$$', '$$', true],
  ['\\[', '\\]', true],
  ['\\(', '\\)', false],
  ['$', '$', false],
] as const

/** The index of the mark that ends what begins at `from`; -1 where none does before an empty line, or not soon. */
function endOf(text: string, from: number, mark: string): number {
  const soon = text.slice(from, from + MOST_OF_FORMULA + mark.length)
  const lost = /\n[ \t]*\n/.exec(soon)?.index ?? soon.length
  for (let at = soon.indexOf(mark); at >= 0 && at < lost; at = soon.indexOf(mark, at + 1)) {
    // A backslash before it makes it a letter; two of them are a line's end in front of it.
    const slashes = /\\*$/.exec(soon.slice(0, at))?.[0].length ?? 0
    if (mark.startsWith('\\') || slashes % 2 === 0) return from + at
  }
  return -1
}

const WORDS = /\b(?:and|or|the|to|is|for|with)\b/i
/** Letters that a formula says in words. */
const SPOKEN = /\\(?:text|textbf|textit|mathrm|operatorname|mbox)\*?\{[^{}]*\}|\\[a-zA-Z]+/g
const VARIABLE = /^[A-Z][A-Z\d_]+(?:[/:;\s]|$)/

/** Whether it has what only formulas have: one letter, f(x), a command, an operator between two of something. */
export function looksLikeMath(source: string): boolean {
  const text = source.trim()
  if (text === '' || VARIABLE.test(text) || WORDS.test(text.replaceAll(SPOKEN, ' '))) return false
  if (/^\p{L}'*$/u.test(text) || /^\p{L}'*\([^()]*\)$/u.test(text)) return true
  return /[\\^_=+<>]/.test(text) || /[\w)\]}!]\s*[-*/|,]\s*[\w([{\\]/.test(text)
}

/** One that stands between single dollars: `before` is what is written in front of it. */
function isBetweenDollars(content: string, before: string, after: string): boolean {
  if (/[\w$\\]/.test(before.slice(-1)) || /^[\w$({]/.test(after)) return false
  if (/^[\s$]|[\s\\]$|[\n`]/.test(content)) return false
  // `$(pwd)` and `${HOME}` are a shell's, unless something else in it is a formula's.
  if (/^[({]/.test(content) && !/\\[a-zA-Z]|\^/.test(content)) return false
  return looksLikeMath(content)
}

/** The formula at the beginning of a text's rest; undefined where there is none. `before`: what stands in front of it. */
export function inlineMathAt(rest: string, before: string): MathSource | undefined {
  for (const [open, close, display] of MARKS) {
    if (!rest.startsWith(open)) continue
    const end = endOf(rest, open.length, close)
    if (end < 0) return undefined
    const content = rest.slice(open.length, end)
    const raw = rest.slice(0, end + close.length)
    const isMath =
      open === '$' ? isBetweenDollars(content, before, rest.slice(raw.length)) : looksLikeMath(content)
    return isMath ? { raw, display } : undefined
  }
  return undefined
}

const OPENING = /^ {0,3}(\$\$|\\\[)/

/** A formula in lines of its own, at the beginning of a text's rest. */
export function blockMathAt(rest: string): MathSource | undefined {
  const [head = '', open] = OPENING.exec(rest) ?? []
  if (open === undefined) return undefined
  const close = open === '$$' ? '$$' : '\\]'
  const end = endOf(rest, head.length, close)
  if (end < 0 || !looksLikeMath(rest.slice(head.length, end))) return undefined
  const [tail] = /^[ \t]*(?:\n|$)/.exec(rest.slice(end + close.length)) ?? []
  return tail === undefined
    ? undefined
    : { raw: rest.slice(0, end + close.length + tail.length), display: true }
}

/** The beginning of one that is being written: all of the rest, which would be lists and headings until its end comes. */
export function openMathAt(rest: string): string | undefined {
  const isOpen = rest.length <= MOST_OF_FORMULA && OPENING.test(rest) && !/\n[ \t]*\n/.test(rest)
  return isOpen ? rest : undefined
}

/** Where in a text a formula may begin; -1: nowhere. Asked behind every few letters, of all that follows: so not by a pattern. */
export function mathStart(text: string): number {
  const [dollar, backslash] = [text.indexOf('$'), text.indexOf('\\')]
  return dollar < 0 || backslash < 0 ? Math.max(dollar, backslash) : Math.min(dollar, backslash)
}

/** Formulas within a paragraph that are passed over to find one in a line of its own. */
const MOST_PASSED = 20

/** Where in a text a line begins that begins one; -1: nowhere. `writing`: one that is open counts. */
export function blockMathStart(text: string, writing: boolean): number {
  let at = -1
  for (let passed = 0; passed < MOST_PASSED; passed += 1) {
    const marks = ['$$', '\\['].map((mark) => text.indexOf(mark, at + 1)).filter((found) => found >= 0)
    if (marks.length === 0) return -1
    at = Math.min(...marks)
    const line = text.lastIndexOf('\n', at) + 1
    if (line > 0 && at - line <= 3 && text.slice(line, at).trim() === '') {
      const rest = text.slice(line)
      if (blockMathAt(rest) || (writing && openMathAt(rest) !== undefined)) return line
    }
  }
  return -1
}

/** What is between the marks. */
export function texOf(raw: string): string {
  const text = raw.trim()
  const marks = MARKS.find(([open, close]) => text.startsWith(open) && text.endsWith(close))
  return marks && text.length >= marks[0].length * 2
    ? text.slice(marks[0].length, -marks[1].length).trim()
    : text
}

/** A text of the same length in which no formula has stars and lines that would make others bold. */
export function withoutMath(text: string): string {
  let [shown, from] = ['', 0]
  for (let at = text.indexOf('$'); at >= 0; at = text.indexOf('$', from)) {
    const found = inlineMathAt(text.slice(at, at + MOST_OF_FORMULA + 8), text.slice(at - 1, at))
    const length = found?.raw.length ?? 1
    shown += text.slice(from, at) + (found ? 'a'.repeat(length) : '$')
    from = at + length
  }
  return shown + text.slice(from)
}
