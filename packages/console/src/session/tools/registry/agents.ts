import { firstText, textOf } from './input.ts'
import { field, nothing } from './subjects.ts'
import type { ToolTable } from './tool.ts'

/** What `task` wraps its subagent's answer into for the model. */
const RESULT = /<task_result>\n?([^]*?)(?:\n?<\/task_result>(?:\s*<\/task>)?\s*)?$/

export const agentTools: ToolTable = {
  task: {
    icon: 'subagent',
    kind: 'text',
    subject: field('description'),
    name: (input) => textOf(input['subagent_type']),
    child: ({ metadata }) => firstText(metadata['sessionId'], metadata['sessionID']),
    spoken: ({ input }) => textOf(input['prompt']),
    output: (output) => RESULT.exec(output)?.[1] ?? output,
    asks: 'wants to start a subagent',
  },
  skill: {
    icon: 'skill',
    kind: 'text',
    subject: field('name'),
    onLine: ['name'],
    asks: 'wants to use a skill',
  },
  agent_manager: {
    icon: 'subagent',
    kind: 'text',
    subject: field('action'),
    asks: 'wants to manage other sessions',
  },
  board_read: { icon: 'message', kind: 'text', subject: nothing },
  board_post: {
    icon: 'message',
    kind: 'text',
    subject: field('body'),
  },
  kilo_memory_recall: {
    icon: 'memory',
    kind: 'text',
    subject: field('query', 'mode'),
    asks: 'wants to read its memory',
  },
  kilo_memory_save: {
    icon: 'memory',
    kind: 'text',
    subject: field('text', 'query', 'key', 'action'),
    asks: 'wants to change its memory',
  },
  schedule_wakeup: {
    icon: 'clock',
    kind: 'text',
    subject: field('reason', 'prompt'),
    asks: 'wants to schedule a wakeup',
  },
  cancel_wakeup: {
    icon: 'clock',
    kind: 'text',
    subject: field('action'),
    asks: 'wants to look through its wakeups',
  },
  // What the engine makes of a call that names no tool, or has an input that does not fit.
  invalid: {
    icon: 'other',
    kind: 'text',
    subject: field('tool'),
    onLine: ['tool'],
  },
}
