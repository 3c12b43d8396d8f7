import { expect, test } from 'vitest'
import { planTurn, readDirectives } from './plan.ts'
import type { ChatMessage, ChatRequest } from './request.ts'
import { stories } from './stories/index.ts'

const ENVIRONMENT = '<environment_details>\nWorking directory: /home/ada/notes\n</environment_details>'

function ask(prompt: string, answers = 0, tools = ['bash']): ChatRequest {
  const turn: ChatMessage[] = [
    { role: 'assistant', text: '' },
    { role: 'tool', text: 'ok' },
  ]
  const user = { role: 'user', text: `${prompt}\n${ENVIRONMENT}` }
  return {
    model: 'story',
    stream: true,
    tools,
    messages: [user, ...Array.from({ length: answers }, () => turn).flat()],
  }
}

const kinds = (request: ChatRequest, attempt = 0) => planTurn(request, attempt).map((step) => step.type)

test.each([
  ['[script:text hello]', 0, ['text']],
  ['please [script:bash echo hi] now', 0, ['text', 'tool']],
  ['[script:bash echo hi]', 1, ['text']],
  ['[script:bash echo hi]', 2, ['text']],
  ['[script:gated a b c]', 0, ['text', 'gate', 'text', 'gate', 'text']],
  ['[script:reason]', 0, ['reasoning', 'text']],
  ['[script:bash ls]\n[script:todos a; b]', 1, ['text', 'tool']],
  ['[script:text a]\n[script:stall]', 0, ['text', 'stall']],
  ['[script:nothing]', 0, ['text']],
  ['[script:empty]', 0, []],
  ['[TASK RESUMPTION] Resume the interrupted task.', 0, ['text']],
])('%s, answer %i', (prompt, answers, expected) => {
  expect(kinds(ask(prompt, answers))).toEqual(expected)
})

test('an error comes back as often as asked', () => {
  const request = ask('[script:error 500 2]')
  expect([0, 1, 2].map((attempt) => kinds(request, attempt))).toEqual([['error'], ['error'], ['text']])
  expect(kinds(ask('[script:error 401]'), 9)).toEqual(['error'])
})

test('a directive may hold another one', () => {
  expect(readDirectives('[script:task [script:bash ls]]')).toEqual([
    { name: 'task', argument: '[script:bash ls]' },
  ])
})

test('files are named from the working directory', () => {
  expect(planTurn(ask('[script:write a/b.txt some words]'))).toEqual([
    {
      type: 'tool',
      tool: 'write',
      input: { filePath: '/home/ada/notes/a/b.txt', content: 'some words\n' },
    },
  ])
  expect(planTurn(ask('[script:tool read {"filePath":"$DIR/x"}]'))).toMatchObject([
    { input: { filePath: '/home/ada/notes/x' } },
  ])
})

test('only the newest prompt counts', () => {
  const older = ask('[script:bash ls]', 2)
  const request = { ...older, messages: [...older.messages, { role: 'user', text: '[script:text later]' }] }
  expect(planTurn(request)).toEqual([{ type: 'text', text: 'later' }])
})

test.each([
  ['1. Fix the login redirect.', 'Fix the login redirect'],
  ['1. why is it slow? It was not before.', 'Why is it slow'],
  ['1. [script:bash echo hi]', 'Echo hi'],
  ['', 'Untitled work'],
  [`1. ${'word '.repeat(40)}`, 'Word word word word word word word word word word'],
])('the title of %j', (messages, title) => {
  const prompt = `Generate a title for this conversation:\n\nUser messages, oldest to newest:\n${messages}`
  expect(planTurn(ask(prompt, 0, []))).toEqual([{ type: 'text', text: title }])
})

test('opencode asks for a title with the conversation behind the question', () => {
  const asked = ['Generate a title for this conversation:\n', '[script:gated slow] Fix the login. Please.']
  const messages = asked.map((text) => ({ role: 'user', text }))
  expect(planTurn({ ...ask('', 0, []), messages })).toEqual([{ type: 'text', text: 'Slow Fix the login' }])
})

test('without tools a story is not told', () => {
  expect(kinds(ask('Fix the login redirect', 0, []))).toEqual(['text'])
})

test.each(stories.map(([words, story]) => ({ words, story })))('$words ends in words', ({ story }) => {
  const turns = story({ argument: '', directory: '/p' })
  expect(turns.at(-1)?.some((step) => step.type === 'tool')).toBe(false)
  for (const turn of turns.slice(0, -1)) expect(turn.some((step) => step.type === 'tool')).toBe(true)
})

test('a free prompt without known words gets the default story', () => {
  expect(kinds(ask('Hello there'))).toEqual(['reasoning', 'text', 'tool', 'tool'])
})
