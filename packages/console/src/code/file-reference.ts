/** A place in a file that a text names, as compilers and models write it: `src/app.ts:12`, `src/app.ts:12:5`, `src/app.ts(12,5)`. Pure. */
import { languageOfFile } from './language-names.ts'

export interface FileReference {
  path: string
  /** Undefined: the file as a whole. */
  line: number | undefined
}

export interface TextPiece {
  text: string
  reference?: FileReference
}

/** A dot behind the number ends the sentence, or begins another number. */
const LINE = /:(\d{1,7})(?::\d{1,6})?(?!\w|\.\w)|\((\d{1,7}),\s?\d{1,6}\)/g
const OF_PATH = /[\p{L}\p{N}_.@~+/\\-]/u
/** UTF-16 units before the number that are looked at: a path that is longer is no path. */
const MOST_OF_PATH = 300

/** Where the path that ends at `end` begins. */
function startOfPath(text: string, end: number): number {
  let start = end
  while (start > 0 && end - start < MOST_OF_PATH && OF_PATH.test(text[start - 1] ?? '')) start -= 1
  return start
}

const isOfNetwork = (path: string): boolean => /^[/\\]{2}/.test(path)

/** Not an address, a time, a port: it has an end that says what it is, and a folder or a language that we know. */
function isPath(path: string, before: string): boolean {
  if (!/[^./\\][.][a-z]\w{0,9}$/i.test(path) || before.endsWith(':')) return false
  return !isOfNetwork(path) && (/[/\\]/.test(path) || languageOfFile(path) !== undefined)
}

/** The text, cut where it names places in files. Together the pieces are the text. */
export function piecesWithFiles(text: string): TextPiece[] {
  const pieces: TextPiece[] = []
  let done = 0
  for (const found of text.matchAll(LINE)) {
    const start = startOfPath(text, found.index)
    const path = text.slice(start, found.index)
    if (start < done || !isPath(path, text.slice(0, start))) continue
    const end = found.index + found[0].length
    if (start > done) pieces.push({ text: text.slice(done, start) })
    pieces.push({
      text: text.slice(start, end),
      reference: { path, line: Number(found[1] ?? found[2]) },
    })
    done = end
  }
  if (done < text.length) pieces.push({ text: text.slice(done) })
  return pieces
}

/** What a piece of code in prose names, if it names nothing but a file: `src/app.ts`, `src/app.ts:12`. */
export function referenceOf(code: string): FileReference | undefined {
  if (code.length > MOST_OF_PATH) return undefined
  const [piece, ...others] = piecesWithFiles(code)
  if (piece?.reference && others.length === 0) return piece.reference
  const whole = startOfPath(code, code.length) === 0 && /[/\\]/.test(code) && isPath(code, '')
  return whole ? { path: code, line: undefined } : undefined
}

const PREFIX = '#file='

/** An address of the page itself, for whoever has no script of ours running: nothing is loaded by it. Half a letter is in no name of a file. */
export const hrefOf = ({ path, line }: FileReference): string =>
  `${PREFIX}${encodeURIComponent(path.replaceAll(/\p{Surrogate}/gu, '\uFFFD'))}${line === undefined ? '' : `:${line}`}`

/** What such an address names. */
export function referenceIn(href: string | null | undefined): FileReference | undefined {
  const [, path, line] = /^#file=([^:]+)(?::(\d{1,7}))?$/.exec(href ?? '') ?? []
  if (path === undefined) return undefined
  try {
    return { path: decodeURIComponent(path), line: line === undefined ? undefined : Number(line) }
  } catch {
    return undefined
  }
}

const decoded = (address: string): string => {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}

/** The file that a link in prose leads to, if it is one of the project: `src/app.ts`, `./src/app.ts#L12`, and no address of a site. */
export function referenceOfLink(href: string): FileReference | undefined {
  const address = href.replace(/^file:\/\/(?:localhost)?(?=\/)/i, '')
  if (/^[a-z][a-z\d+.-]*:(?!\d)|^\/\/|^#/i.test(address)) return undefined
  const [place = '', line = ''] = address.split(/#L?(?=\d)/)
  const { path, line: named } = referenceOf(place) ?? { path: place, line: undefined }
  const at = /^\d{1,7}/.exec(line)?.[0]
  const file = decoded(path)
  // A file that is known by its name needs no end: a `Makefile`.
  const isFile = languageOfFile(file) !== undefined ? !isOfNetwork(file) : isPath(file, '')
  return isFile ? { path: file, line: at === undefined ? named : Number(at) } : undefined
}
