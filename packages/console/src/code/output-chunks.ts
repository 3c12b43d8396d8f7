import { hasControls, readAnsi } from './ansi/read-ansi.ts'
import { PLAIN, type AnsiStyle } from './ansi/sgr.ts'
import type { AnsiRun } from './ansi/written.ts'
import { chunksOf } from './chunks.ts'
import { countLines } from './portions.ts'

/** UTF-16 units that are laid out, or not, together. */
const CHUNK = 16 * 1024

export interface OutputChunk {
  runs: readonly AnsiRun[]
  lines: number
}

interface Read extends OutputChunk {
  source: string
  /** What holds before it and behind it. */
  before: AnsiStyle
  after: AnsiStyle
}

/** Reads output that grows: chunks that stay as they are stay the same objects. Colours go on from chunk to chunk. */
export function makeOutputReader(): (text: string) => readonly OutputChunk[] {
  let last: Read[] = []
  return (text) => {
    let style = PLAIN
    last = piecesOf(text).map((source, at) => {
      const known = last[at]
      const chunk = known?.source === source && known.before === style ? known : readChunk(source, style)
      style = chunk.after
      return chunk
    })
    return last
  }
}

/** A line that is longer than a chunk is cut, but not where it is written over, or within a sequence. */
function piecesOf(text: string): string[] {
  const pieces: string[] = []
  for (const piece of chunksOf(text, CHUNK)) {
    const before = pieces.at(-1) ?? '\n'
    if (!before.endsWith('\n') && (hasControls(before) || hasControls(piece)))
      pieces[pieces.length - 1] = before + piece
    else pieces.push(piece)
  }
  return pieces
}

function readChunk(source: string, before: AnsiStyle): Read {
  const { runs, style } = readAnsi(source, before)
  return { source, before, after: style, runs, lines: countLines(source) }
}
