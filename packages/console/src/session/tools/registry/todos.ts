import { listOf, textOf } from './input.ts'
import { nothing } from './subjects.ts'
import type { CallFacts, ToolTable } from './tool.ts'

const MARKS = new Map([
  ['completed', '☑'],
  ['in_progress', '◪'],
  ['cancelled', '☒'],
])

const todosOf = ({ input, metadata }: CallFacts) => listOf(input['todos'] ?? metadata['todos'])

function detail(call: CallFacts): string {
  const todos = todosOf(call)
  const done = todos.filter((todo) => todo['status'] === 'completed').length
  const count = `${todos.length} ${todos.length === 1 ? 'todo' : 'todos'}`
  return done > 0 ? `${count}, ${done} done` : count
}

const todos = {
  icon: 'todos',
  kind: 'text',
  subject: nothing,
  detail,
  spoken: (call: CallFacts) =>
    todosOf(call)
      .map((todo) => `${MARKS.get(textOf(todo['status'])) ?? '☐'} ${textOf(todo['content'])}`)
      .join('\n'),
  // It repeats to the model what the input says.
  output: () => '',
} as const

export const todoTools: ToolTable = {
  todowrite: { ...todos, asks: 'wants to change its todos' },
  todoread: { ...todos, asks: 'wants to read its todos' },
}
