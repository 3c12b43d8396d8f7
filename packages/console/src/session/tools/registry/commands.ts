import { firstText, textOf } from './input.ts'
import { field } from './subjects.ts'
import type { CallFacts, ToolTable } from './tool.ts'

function exitDetail({ metadata: { exit } }: CallFacts): string {
  return typeof exit === 'number' && exit !== 0 ? `exit ${exit}` : ''
}

export const commandTools: ToolTable = {
  bash: {
    icon: 'command',
    kind: 'code',
    subject: field('command'),
    detail: exitDetail,
    command: 'command',
    onLine: ['description'],
    asks: 'wants to run a command',
  },
  background_process: {
    icon: 'command',
    kind: 'code',
    // Without a command it acts on one that runs already.
    subject: (input) =>
      firstText(input['command']).trim() || `${textOf(input['action'])} ${textOf(input['id'])}`.trim(),
    command: 'command',
    asks: 'wants to run a command in the background',
  },
}
