/** The scripts that tests pick by name: `[script:bash echo hi]`. */
import path from 'node:path'
import { drawnSample, languagesSample, markdownSample, xssCorpus } from './corpus.ts'
import { call, say, think, type Scene, type Turn } from './step.ts'

type TestScript = (scene: Scene, attempt: number) => Turn[]

const STREAMED =
  'The quick brown fox jumps over the lazy dog, one word at a time, until the sentence is over.'

export const scripts: Record<string, TestScript> = {
  text: ({ argument }) => [[say(argument || STREAMED)]],
  /** Nothing at all, properly ended. */
  empty: () => [[]],
  /** Says what was attached. */
  saw: ({ attachments = [] }) => [[say(`I see ${attachments.join(' and ') || 'nothing'}.`)]],
  markdown: () => [[say(markdownSample)]],
  languages: () => [[say(languagesSample)]],
  drawn: () => [[say(drawnSample)]],
  xss: () => [[say(xssCorpus.join('\n\n'))]],
  reason: ({ argument }) => [
    [think(argument || 'Let me think about this.'), say('I have thought about it.')],
  ],
  bash: ({ argument }) => [
    [say('Running it.'), call('bash', { command: argument, description: 'Runs the command of the test' })],
    [say(`Ran \`${argument}\`.`)],
  ],
  /** All in one answer, so that they wait for the user side by side: `commands npm test | npm run build`. */
  commands: ({ argument }) => [
    argument.split(' | ').map((command) => call('bash', { command, description: `Runs ${command}` })),
    [say('Ran them all.')],
  ],
  /** A command and a subagent's command, side by side. */
  mixed: ({ argument }) => [
    [
      call('bash', { command: argument, description: 'Runs the command of the test' }),
      call('task', {
        description: 'Look into it',
        prompt: `[script:bash ${argument} in the subagent]`,
        subagent_type: 'general',
      }),
    ],
    [say('Both are back.')],
  ],
  write: ({ argument, directory }) => {
    const [file = 'note.txt', ...words] = argument.split(' ')
    const input = { filePath: path.join(directory, file), content: `${words.join(' ')}\n` }
    return [[call('write', input)], [say(`Wrote ${file}.`)]]
  },
  todos: ({ argument }) => [[call('todowrite', { todos: readTodos(argument) })], [say('Listed.')]],
  question: ({ argument }) => {
    const [question = 'Which one?', choices = 'Red | Blue'] = argument.split(': ')
    const options = choices
      .split('|')
      .map((label) => ({ label: label.trim(), description: `Take ${label.trim()}` }))
    return [[call('question', { questions: [{ question, header: 'Choice', options }] })], [say('Noted.')]]
  },
  suggest: ({ argument }) => {
    const [suggest = 'Shall I?', labels = 'Go on'] = argument.split(': ')
    const actions = labels
      .split('|')
      .map((label) => ({ label: label.trim(), prompt: `Please ${label.trim().toLowerCase()}.` }))
    return [[call('suggest', { suggest, actions })], [say('That was suggested.')]]
  },
  task: ({ argument }) => [
    [call('task', { description: 'Look into it', prompt: argument, subagent_type: 'general' })],
    [say('The subagent is back.')],
  ],
  tool: ({ argument, directory }) => {
    const [tool = '', ...rest] = argument.split(' ')
    const input = JSON.parse(rest.join(' ').replaceAll('$DIR', directory)) as Record<string, unknown>
    return [[call(tool, input)], [say(`Called ${tool}.`)]]
  },
  /** `error 500` fails always, `error 500 2` twice. */
  error: ({ argument }, attempt) => {
    const [status = 500, times = Infinity] = argument.split(' ').filter(Boolean).map(Number)
    const message = `the script asked for status ${status}`
    return attempt < times ? [[{ type: 'error', status, message }]] : [[say('It works again.')]]
  },
  stall: () => [[{ type: 'stall' }]],
  endless: ({ argument }) => [[{ type: 'endless', text: argument || 'on and ' }]],
  cut: ({ argument }) => [[say(argument || 'This answer will not '), { type: 'cut' }]],
  /** `large 60000 14`: so many letters, in pieces of so many. */
  large: ({ argument }) => {
    const [letters = 1_600_000, piece = 16_384] = argument.split(' ').filter(Boolean).map(Number)
    return [[say(largeText(letters), piece)]]
  },
  /** Code that is being written: each line waits behind the gate `step` but the first. */
  fence: () => [
    [
      say('```ts\nconst a = 1\n'),
      { type: 'gate', name: 'step' },
      say('const b = 2\n'),
      { type: 'gate', name: 'step' },
      say('```\n\nThat is all.'),
    ],
  ],
  /** Every word waits behind the gate `step` but the first. */
  // A gate comes after a space: the host holds back letters that a secret begins with until it sees what follows.
  gated: ({ argument }) => [
    (argument || 'one two three').split(' ').flatMap((word, index, { length }): Turn => {
      const text = say(index === length - 1 ? word : `${word} `)
      return index === 0 ? [text] : [{ type: 'gate', name: 'step' }, text]
    }),
  ],
}

function readTodos(argument: string) {
  return argument.split(';').map((content, index) => ({
    content: content.trim(),
    status: index === 0 ? 'in_progress' : 'pending',
    priority: 'medium',
  }))
}

function largeText(length: number): string {
  const line = (n: number) =>
    `${n}. Line ${n} of a very long answer, with some \`code\` and **weight** in it.\n`
  const lines: string[] = []
  for (let size = 0, n = 1; size < length; n++) {
    lines.push(line(n))
    size += line(n).length
  }
  return lines.join('').slice(0, length)
}
