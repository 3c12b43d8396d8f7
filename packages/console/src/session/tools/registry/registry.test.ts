import type { ToolPart } from '@kilocode/sdk/v2/client'
import { expect, test } from 'vitest'
import { verbOf } from '../../../../shared/roster/tool-steps.ts'
import { permissionSubjectOf } from '../../requests/permission-subject.ts'
import { answeredOf } from '../call-facts.ts'
import { toolLineOf } from '../tool-line.ts'
import { toolSectionsOf } from '../tool-sections.ts'
import { asksOf, TOOL_NAMES, toolOf } from './registry.ts'
import { unknownTool } from './unknown.ts'

/** What `GET /experimental/tool/ids` of engine 7.7.7 answers, and what it has behind a setting, in an editor or for some models. */
const OF_ENGINE =
  'invalid question bash read glob grep edit write task webfetch todowrite websearch skill apply_patch plan_exit suggest goal_report board_read board_post kilo_memory_recall kilo_memory_save kilo_local_recall background_process schedule_wakeup cancel_wakeup notify_user send_file'
const BEHIND_SETTINGS =
  'lsp semantic_search codesearch repo_clone repo_overview notebook_read notebook_edit notebook_execute browser_open agent_manager list multiedit todoread'

test.each(`${OF_ENGINE} ${BEHIND_SETTINGS}`.split(' '))('%s has a record of its own', (name) => {
  expect(toolOf(name)).not.toBe(unknownTool)
})

test.each(TOOL_NAMES)('the roster has a verb for %s', (name) => {
  expect(verbOf(name)).not.toBe(`Using ${name}`)
})

test('no tool is in two tables', () => {
  expect(TOOL_NAMES.length).toBe(new Set(TOOL_NAMES).size)
})

test.each(['constructor', '__proto__', 'toString', '', 'github_create_issue', 'READ'])(
  'a tool called %j is one that nobody knows',
  (name) => {
    expect(toolOf(name)).toBe(unknownTool)
    expect(asksOf(name)).toBe(`wants to use ${name}`)
  },
)

test.each([
  ['bash', 'wants to run a command'],
  ['edit', 'wants to change files'],
  ['external_directory', 'wants to work outside the project’s folder'],
  ['webfetch', 'wants to fetch a page'],
  ['glob', 'wants to list files'],
  ['recall', 'wants to search earlier sessions'],
  ['sandbox_escalation', 'wants to run a command outside of the sandbox'],
])('a request for %s says what it is', (permission, expected) => {
  expect(asksOf(permission)).toBe(expected)
})

const HUGE = 'x'.repeat(40_000)

/** What a model may write where the schema says something else. */
const INPUTS: readonly (readonly [string, unknown])[] = [
  ['nothing', undefined],
  ['null', null],
  ['a list', [1, 'a']],
  ['a text', 'rm -rf'],
  ['no fields', {}],
  ...[null, 7, true, [], [[]], {}, [null, 3, 'x', [[]]], HUGE].map(
    (value) =>
      [
        `fields that are ${typeof value === 'string' ? 'long' : JSON.stringify(value)}`,
        Object.fromEntries(
          'command filePath path pattern query url todos questions description prompt subagent_type name patchText operation line action id message body reason text suggest tool repository'
            .split(' ')
            .map((key) => [key, value]),
        ),
      ] as const,
  ),
]

const STATES: readonly ((input: unknown, odd: unknown) => object)[] = [
  (input) => ({ status: 'pending', input, raw: '' }),
  (input, odd) => ({ status: 'running', input, metadata: odd, time: { start: 1 } }),
  (input, odd) => ({ status: 'completed', input, metadata: odd, output: odd, time: { start: 1, end: 2 } }),
  (input, odd) => ({ status: 'error', input, metadata: odd, error: 'no', time: { start: 1, end: 2 } }),
]

const isText = (value: unknown) => typeof value === 'string'

test.each(INPUTS)('whatever the tool, an input that is %s is shown as far as it goes', (_, input) => {
  for (const name of [...TOOL_NAMES, 'mcp_thing', 'constructor']) {
    for (const state of STATES) {
      const part = { id: 'p', tool: name, state: state(input, input) } as unknown as ToolPart
      const line = toolLineOf(part, '/p', true)
      expect([line.name, line.subject, line.detail].every(isText), name).toBe(true)
      expect(line.subject.length, name).toBeLessThanOrEqual(501)
      expect(line.name.length, name).toBeLessThanOrEqual(65)
      expect(
        toolSectionsOf(part).every(({ text }) => isText(text)),
        name,
      ).toBe(true)
      expect(Array.isArray(answeredOf(part)), name).toBe(true)
    }
  }
})

const bags = INPUTS.filter(
  ([, input]) => typeof input === 'object' && input !== null && !Array.isArray(input),
)

test.each(bags)('whatever the tool, what is asked for with an input of %s is shown whole', (_, input) => {
  for (const tool of [...TOOL_NAMES, 'mcp_thing']) {
    const request = { permission: tool, patterns: ['*'], metadata: {}, always: [] } as never
    const {
      command = '',
      description = '',
      targets,
      fields,
    } = permissionSubjectOf(request, '/p', {
      tool,
      input: input as Record<string, unknown>,
    })
    const shown = new Set([command, description, ...targets, ...fields.map(({ text }) => text)])
    for (const value of Object.values(input as object)) {
      const text = isText(value) ? value : JSON.stringify(value, null, 2)
      expect(shown.has(text), `${tool}: ${text.slice(0, 40)}`).toBe(true)
    }
  }
})
