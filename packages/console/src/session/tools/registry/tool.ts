/** What the app knows of one of the engine's tools. Everything that shows a call, or asks whether it may run, reads its record here. */
import type { Bag } from './input.ts'

export type ToolIcon =
  | 'command'
  | 'read'
  | 'write'
  | 'search'
  | 'web'
  | 'todos'
  | 'subagent'
  | 'question'
  | 'skill'
  | 'message'
  | 'memory'
  | 'clock'
  | 'other'

/** A call as far as it has come. */
export interface CallFacts {
  input: Bag
  /** What the engine notes beside the call; empty before it runs. */
  metadata: Bag
  /** As the engine tells it to the model; of a running command what it has written so far. */
  output: string
}

export interface AnsweredQuestion {
  question: string
  /** What was chosen or written, in order; empty where the question was passed over. */
  answers: string[]
}

/** A piece of a file. */
export interface FilePiece {
  text: string
  /** The number of its first line in the file. */
  firstLine: number
}

export interface Tool {
  icon: ToolIcon
  /** What a call works on: a command, a path, a pattern. May be empty. */
  subject: (input: Bag, directory: string) => string
  /** A path keeps its end where there is too little room; code is monospaced. */
  kind: 'code' | 'path' | 'text'
  /** How its line calls it, where that is not the tool's own name. Empty: the tool's own name. */
  name?: (input: Bag) => string
  /** A few words on the outcome. May be empty. */
  detail?: (call: CallFacts) => string
  /** The session that does the work. May be empty. */
  child?: (call: CallFacts) => string
  /** The files that it reads or changes, as its input names them: they can be opened. */
  files?: (call: CallFacts) => readonly string[]
  /** The field of its input that is a command: shown as such. */
  command?: string
  /** The field of its input that is the whole of a file. */
  writes?: string
  /** Fields of its input that the line already shows. */
  onLine?: readonly string[]
  /** Fields of its input that its diff shows, once there is one. */
  inDiff?: readonly string[]
  /** Its input as sentences, where they read better than the fields. */
  spoken?: (call: CallFacts) => string
  /** Its output for a person, who already sees the input. */
  output?: (output: string) => string
  /** The piece of the file that its line names, where its output is one. */
  piece?: (output: string) => FilePiece | undefined
  answered?: (call: CallFacts) => AnsweredQuestion[]
  /** What a request to use it says, behind the name of who asks. */
  asks?: string
}

/** A table of tools by the names that the engine gives them. */
export type ToolTable = Readonly<Record<string, Tool>>
