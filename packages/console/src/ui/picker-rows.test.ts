import { expect, it } from 'vitest'
import { indexOfOption, listRows, moveSelection, rowOfOption } from './picker-rows.ts'

const options = [
  { id: 'a', title: 'Claude Sonnet', detail: 'anthropic', group: 'Recent' },
  { id: 'b', title: 'GPT 5.5', detail: 'openai', group: 'All' },
  { id: 'c', title: 'Claude Opus', detail: 'anthropic', group: 'Recent' },
  { id: 'd', title: 'Local', keywords: 'ollama llama' },
]
const show = (query: string) =>
  listRows(query, options).map((row) =>
    row.kind === 'heading' ? `# ${row.title}` : `${row.index} ${row.id}`,
  )

it.each([
  ['', ['# Recent', '0 a', '1 c', '# All', '2 b', '3 d']],
  ['claude', ['0 a', '1 c']],
  ['opus', ['0 c']],
  ['openai', ['0 b']],
  ['ollama', ['0 d']],
  ['nothing like it', []],
])('lists for %j', (query, rows) => expect(show(query)).toEqual(rows))

it('finds the row of an option among headings', () => {
  expect(rowOfOption(listRows('', options), 2)).toBe(4)
  expect(rowOfOption([], 0)).toBe(-1)
  expect(indexOfOption(listRows('', options), 'b')).toBe(2)
  expect(indexOfOption(listRows('', options), 'gone')).toBe(0)
})

it.each([
  ['ArrowDown', 0, 3, 1],
  ['ArrowDown', 2, 3, 0],
  ['ArrowUp', 0, 3, 2],
  ['PageDown', 0, 30, 10],
  ['PageDown', 25, 30, 29],
  ['PageUp', 5, 30, 0],
  ['ArrowDown', 0, 0, undefined],
  ['x', 0, 3, undefined],
])('%s from %d of %d goes to %s', (key, index, count, next) =>
  expect(moveSelection(key, index, count)).toBe(next),
)
