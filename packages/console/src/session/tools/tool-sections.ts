import type { ToolPart } from '@kilocode/sdk/v2/client'
import { bagOf, listOf, textOf, type Bag } from './tool-subject.ts'

export interface ToolSection {
  title: 'Command' | 'Input' | 'Changes' | 'Output' | 'Error'
  kind: 'text' | 'diff'
  text: string
}

/** Keys of an input that the line shows. */
const ON_THE_LINE: Record<string, readonly string[]> = { read: ['filePath'], list: ['path'], skill: ['name'] }
/** Keys of an input that the diff shows. */
const IN_THE_DIFF: Record<string, readonly string[]> = {
  edit: ['filePath', 'oldString', 'newString', 'replaceAll'],
  write: ['filePath', 'content'],
  apply_patch: ['patchText'],
}

/** Inputs that read better as sentences than as JSON. */
const SPOKEN: Record<string, (part: ToolPart) => string> = {
  question({ state }) {
    const answers = bagOf('metadata' in state ? state.metadata : undefined)['answers']
    return listOf(state.input['questions'])
      .map((question, index) => {
        const answer: unknown = Array.isArray(answers) ? answers[index] : undefined
        const said = Array.isArray(answer) ? answer.join(', ') : ''
        return said === '' ? textOf(question['question']) : `${textOf(question['question'])}\n→ ${said}`
      })
      .join('\n')
  },
  todowrite: ({ state }) =>
    listOf(state.input['todos'])
      .map((todo) => `${MARKS[textOf(todo['status'])] ?? '☐'} ${textOf(todo['content'])}`)
      .join('\n'),
  task: ({ state }) => textOf(state.input['prompt']),
}

const MARKS: Record<string, string> = { completed: '☑', in_progress: '◪', cancelled: '☒' }

function inputText(tool: string, input: Record<string, unknown>, hasDiff: boolean): string {
  const hidden = [...(ON_THE_LINE[tool] ?? []), ...(hasDiff ? (IN_THE_DIFF[tool] ?? []) : [])]
  const entries = Object.entries(input).filter(([key]) => !hidden.includes(key))
  return entries
    .map(([key, value]) => {
      const text = typeof value === 'string' ? value : (JSON.stringify(value, null, 2) ?? '')
      return text.includes('\n') ? `${key}:\n${text}` : `${key}: ${text}`
    })
    .join('\n')
}

/** Escape sequences colour a terminal; here they would be noise. CSI, OSC and single ones, after ECMA-48. */
const ESC = String.fromCodePoint(27)
const BEL = String.fromCodePoint(7)
const SEQUENCES = new RegExp(
  `${ESC}\\[[0-?]*[ -/]*[@-~]|${ESC}\\][^${BEL}${ESC}]*(?:${BEL}|${ESC}\\\\)|${ESC}[@-Z\\\\^_]`,
  'g',
)

/** Text as a terminal would leave it: no sequences, and of a line that was written over the last state. */
export function plainOutput(text: string): string {
  const bare = text.includes(ESC) ? text.replaceAll(SEQUENCES, '') : text
  return bare.includes('\r') ? bare.replaceAll('\r\n', '\n').replaceAll(/^.*\r(?=.)/gm, '') : bare
}

/** What `read` wraps a file's lines into for the model. */
const READ = /^<path>[^]*?<content>\n?([^]*?)(?:\n\n\([^\n]*\))?\n?<\/content>\s*$/

const ECHOES = new Set(['question', 'todowrite'])

function outputOf({ state, tool }: ToolPart): string {
  if (state.status === 'completed')
    return tool === 'read' ? (READ.exec(state.output)?.[1] ?? state.output) : state.output
  // A command that runs tells what it has written so far.
  return 'metadata' in state ? textOf(bagOf(state.metadata)['output']) : ''
}

/** Since 7.7 the engine tells the patch of each file, and no longer all in one. */
function diffOf(metadata: Bag): string {
  const patches = [bagOf(metadata['filediff']), ...listOf(metadata['files'])].map(({ patch }) =>
    textOf(patch),
  )
  return textOf(metadata['diff']) || patches.filter((patch) => patch !== '').join('\n')
}

/** What is worth seeing of a call, in the order in which it came about. */
export function toolSectionsOf(part: ToolPart): ToolSection[] {
  const { state, tool } = part
  const metadata = bagOf('metadata' in state ? state.metadata : undefined)
  const diff = diffOf(metadata)
  const command = textOf(state.input['command'])
  const spoken = SPOKEN[tool]?.(part)
  const sections: ToolSection[] = [
    command === ''
      ? { title: 'Input', kind: 'text', text: spoken ?? inputText(tool, state.input, diff !== '') }
      : { title: 'Command', kind: 'text', text: command },
    { title: 'Changes', kind: 'diff', text: diff },
    // The output of these says to the model what the input says to a person.
    { title: 'Output', kind: 'text', text: ECHOES.has(tool) ? '' : plainOutput(outputOf(part)) },
    { title: 'Error', kind: 'text', text: state.status === 'error' ? state.error : '' },
  ]
  return sections.filter(({ text }) => text.trim() !== '')
}
