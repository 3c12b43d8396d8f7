/** PURE: a file of settings as the engine reads it: JSON with comments. What it sets, and in which lines. */
import { getNodeValue, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser'

export interface SetValue {
  path: string[]
  value: unknown
  /** From 1. */
  line: number
}

export interface ParsedFile {
  values: SetValue[]
  /** Why the engine can't read it. */
  problem?: { line: number; message: string }
}

/** What a file may set before the rest of it is left out. */
const MOST_VALUES = 5000

const SPOKEN: Record<string, string> = {
  PropertyNameExpected: 'a name in quotes is missing',
  ValueExpected: 'a value is missing',
  ColonExpected: 'a colon is missing',
  CommaExpected: 'a comma is missing',
  CloseBraceExpected: 'a closing } is missing',
  CloseBracketExpected: 'a closing ] is missing',
  EndOfFileExpected: 'there is something after its end',
  InvalidSymbol: 'something here is no JSON',
  InvalidNumberFormat: 'this is no number',
  UnexpectedEndOfString: 'a closing quote is missing',
  UnexpectedEndOfComment: 'a comment does not end',
}

/** The engine fills these in before it reads the file, so they may stand where JSON has no text: `"timeout": {env:T}`. */
const REFERENCE = /\{(?:env|file):[^{}]{1,200}\}/g

/** Never throws. Of a broken file there are no values: the engine takes all of it or nothing. An empty one sets nothing. */
export function parseFile(text: string): ParsedFile {
  if (text === '') return { values: [] }
  const asWritten = parseAs(text, text)
  if (!asWritten.problem || (!text.includes('{env:') && !text.includes('{file:'))) return asWritten
  return parseAs(plainReferences(text), text)
}

/** A number of the same length leaves every line and place as it is. */
export function plainReferences(text: string): string {
  return text.replace(REFERENCE, (written) => '1'.repeat(written.length))
}

function parseAs(text: string, written: string): ParsedFile {
  const lineOf = makeLines(text)
  const errors: ParseError[] = []
  try {
    const root = parseTree(text, errors, { allowTrailingComma: true })
    const [first] = errors
    if (first) return { values: [], problem: { line: lineOf(first.offset), message: spoken(text, first) } }
    if (root?.type !== 'object')
      return { values: [], problem: { line: 1, message: 'it does not begin with {' } }
    const values: SetValue[] = []
    collect(root, [], { values, lineOf, written })
    return { values }
  } catch {
    // Nested so deeply that no recursion reaches its end.
    return { values: [], problem: { line: 1, message: 'it is too intricate' } }
  }
}

function spoken(text: string, { error, offset }: ParseError): string {
  if (offset >= text.trimEnd().length) return 'it ends too early'
  return SPOKEN[printParseErrorCode(error)] ?? 'this is no JSON'
}

interface Collected {
  values: SetValue[]
  lineOf: (offset: number) => number
  /** As the file has it. */
  written: string
}

/** A list is one value; so is an empty object, which says something too. */
function collect(node: Node, path: string[], to: Collected): void {
  for (const { children: [key, value] = [] } of node.children ?? []) {
    if (to.values.length >= MOST_VALUES) return
    if (!key || !value) continue
    const name = String(plain(key, to.written))
    if (path.length === 0 && name === '$schema') continue
    const own = [...path, name]
    if (value.type === 'object' && value.children?.length) collect(value, own, to)
    else to.values.push({ path: own, value: plain(value, to.written), line: to.lineOf(key.offset) })
  }
}

function plain(node: Node, written: string): unknown {
  const own = written.slice(node.offset, node.offset + node.length)
  if (node.type === 'string') return JSON.parse(own) as unknown
  if (node.type === 'number' && own.startsWith('{')) return own
  if (node.type === 'array') return (node.children ?? []).map((item) => plain(item, written))
  // The parser's objects have no prototype, those that they are compared with do.
  return JSON.parse(JSON.stringify(getNodeValue(node))) as unknown
}

function makeLines(text: string): (offset: number) => number {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return (offset) => {
    let [low, high] = [0, starts.length]
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle
    }
    return low + 1
  }
}
