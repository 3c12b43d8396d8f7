import type { ToolPart } from '@kilocode/sdk/v2/client'
import { bagOf, textOf } from './tool-subject.ts'

export interface ToolSection {
  title: 'Command' | 'Input' | 'Changes' | 'Output' | 'Error'
  kind: 'text' | 'diff'
  text: string
}

/** Keys of an input that are shown in another way already. */
const SHOWN_ELSEWHERE: Record<string, readonly string[]> = {
  edit: ['filePath', 'oldString', 'newString', 'replaceAll'],
  write: ['filePath', 'content'],
  apply_patch: ['patchText'],
}

function inputText(tool: string, input: Record<string, unknown>, hasDiff: boolean): string {
  const hidden = hasDiff ? (SHOWN_ELSEWHERE[tool] ?? []) : []
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

function outputOf({ state }: ToolPart): string {
  if (state.status === 'completed') return state.output
  // A command that runs tells what it has written so far.
  return 'metadata' in state ? textOf(bagOf(state.metadata)['output']) : ''
}

/** What is worth seeing of a call, in the order in which it came about. */
export function toolSectionsOf(part: ToolPart): ToolSection[] {
  const { state, tool } = part
  const metadata = bagOf('metadata' in state ? state.metadata : undefined)
  const diff = textOf(metadata['diff'])
  const command = textOf(state.input['command'])
  const sections: ToolSection[] = [
    command === ''
      ? { title: 'Input', kind: 'text', text: inputText(tool, state.input, diff !== '') }
      : { title: 'Command', kind: 'text', text: command },
    { title: 'Changes', kind: 'diff', text: diff },
    { title: 'Output', kind: 'text', text: plainOutput(outputOf(part)) },
    { title: 'Error', kind: 'text', text: state.status === 'error' ? state.error : '' },
  ]
  return sections.filter(({ text }) => text.trim() !== '')
}
