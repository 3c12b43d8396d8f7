import type { ToolPart } from '@kilocode/sdk/v2/client'
import { textOfOutput } from '../../code/ansi/read-ansi.ts'
import { languageOfFile, type Language } from '../../code/language-names.ts'
import { factsOf } from './call-facts.ts'
import { bagOf, listOf, readable, textOf, type Bag } from './registry/input.ts'
import { toolOf } from './registry/registry.ts'
import type { CallFacts, Tool } from './registry/tool.ts'

export interface ToolSection {
  title: 'Command' | 'Input' | 'Content' | 'Changes' | 'Output' | 'Error'
  /** Only `output` is what a terminal would show; a `text` is run, written or told, and exact. */
  kind: 'text' | 'output' | 'diff'
  text: string
  /** What it is written in, where that is known. */
  language?: Language | undefined
  /** The number of its first line, of a piece of a file. */
  firstLine?: number
}

/** The fields of an input, but for those that are shown elsewhere. */
function fieldsText(input: Bag, elsewhere: readonly string[]): string {
  return Object.entries(input)
    .filter(([key]) => !elsewhere.includes(key))
    .map(([key, value]) => {
      const text = readable(value)
      return text.includes('\n') ? `${key}:\n${text}` : `${key}: ${text}`
    })
    .join('\n')
}

/** Since 7.7 the engine tells the patch of each file, and no longer all in one. */
function diffOf(metadata: Bag): string {
  const patches = [bagOf(metadata['filediff']), ...listOf(metadata['files'])].map(({ patch }) =>
    textOf(patch),
  )
  return textOf(metadata['diff']) || patches.filter((patch) => patch !== '').join('\n')
}

/** The output as a person reads it: of a file that was read, the piece of it. */
function outputOf(tool: Tool, { input, output }: CallFacts): ToolSection {
  const text = tool.output ? tool.output(output) : output
  const piece = tool.piece?.(text)
  return piece
    ? { title: 'Output', kind: 'text', ...piece, language: languageOfFile(tool.subject(input, '')) }
    : { title: 'Output', kind: 'output', text }
}

/** What is worth seeing of a call, in the order in which it came about. */
export function toolSectionsOf(part: ToolPart): ToolSection[] {
  const { state } = part
  const tool = toolOf(part.tool)
  const facts = factsOf(part)
  const diff = diffOf(facts.metadata)
  const command = tool.command === undefined ? '' : textOf(facts.input[tool.command])
  const written = diff === '' && tool.writes !== undefined ? textOf(facts.input[tool.writes]) : ''
  const elsewhere = [
    ...(tool.onLine ?? []),
    ...(command === '' ? [] : [tool.command ?? '']),
    ...(written === '' ? [] : [tool.writes ?? '']),
    ...(diff === '' ? [] : (tool.inDiff ?? [])),
  ]
  const file = languageOfFile(tool.subject(facts.input, ''))
  const sections: ToolSection[] = [
    { title: 'Command', kind: 'text', text: command, language: 'bash' },
    { title: 'Input', kind: 'text', text: tool.spoken?.(facts) ?? fieldsText(facts.input, elsewhere) },
    { title: 'Content', kind: 'text', text: written, language: file },
    { title: 'Changes', kind: 'diff', text: diff },
    outputOf(tool, facts),
    { title: 'Error', kind: 'text', text: state.status === 'error' ? state.error : '' },
  ]
  return sections.filter(({ text }) => text.trim() !== '')
}

/** What is copied of a section: output without what would colour a terminal, all else as it is. */
export const copiedFrom = ({ kind, text }: ToolSection): string =>
  kind === 'output' ? textOfOutput(text) : text
