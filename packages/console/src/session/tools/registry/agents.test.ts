import { expect, test } from 'vitest'
import { agentTools } from './agents.ts'

test.each([
  [
    'as engine 7.7.7 wraps it',
    '<task id="ses_2" state="completed">\n<task_result>\nTwo\nlines.\n</task_result>\n</task>',
    'Two\nlines.',
  ],
  ['empty', '<task_result>\n\n</task_result>', ''],
  [
    'that quotes the mark',
    '<task_result>\nuse </task_result> twice\n</task_result>',
    'use </task_result> twice',
  ],
  ['as it came', 'Found nothing.', 'Found nothing.'],
  ['of which the host sent the beginning', '<task id="ses_2">\n<task_result>\nTwo', 'Two'],
])('the answer of a subagent %s', (_, output, expected) => {
  expect(agentTools['task']?.output?.(output)).toBe(expected)
})
