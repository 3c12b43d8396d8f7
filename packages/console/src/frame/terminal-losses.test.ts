import { expect, test } from 'vitest'
import { terminalLossesIn } from './terminal-losses.ts'

const job = (command: string) => ({ command, foreground: true })

test.each([
  ['at their prompts', { 1: [], 2: [] }, { jobs: [], unseen: 0 }],
  [
    'at work',
    { 1: [job('vim a.ts'), job('sleep 9')], 2: [job('npm test')] },
    { jobs: ['vim a.ts', 'sleep 9', 'npm test'], unseen: 0 },
  ],
  ['one is not told', { 1: [job('vim a.ts')] }, { jobs: ['vim a.ts'], unseen: 1 }],
  ['nothing can be seen', null, { jobs: [], unseen: 2 }],
])('%s', (_, jobs, expected) => {
  expect(terminalLossesIn([1, 2], { jobs })).toEqual(expected)
})
