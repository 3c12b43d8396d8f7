import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { engineKindOf, type Capability } from '@kilo-console/engine/capabilities'

const ENGINES: [name: string, version: string, network: unknown][] = [
  ['Kilo 7.7.7', '7.7.7', []],
  ['Kilo 7.7.9', '7.7.9', []],
  ['opencode 1.18', '1.18.33', undefined],
]

/** What every engine does: e2e/specs/opencode.spec.ts and other-kilo.spec.ts do it. */
const ALWAYS = [
  'sessions, prompts, streaming, stop, questions, todos, subagents',
  'permission once or for good, with what that covers',
  'review of turns, working tree and branch; take back a file',
  'terminals',
  'models, agents, commands, files and pictures in prompts',
  'rename, export, archive, delete, usage, budgets',
]

const WORDS: Record<Capability, string> = {
  revert: 'take back a prompt with its files, and restore it',
  branch: 'fork a session, shorten its context',
  share: 'a link for others',
  'session-diff': 'review of a whole session, and of several together',
  queue: 'withdraw a prompt that waits',
  resume: 'go on with an answer that was stopped',
  enhance: 'have a prompt worded better',
  favourites: 'favourite models',
  'model-usage': 'what each model took of a session',
  rules: 'which permission rules decide',
  'always-rules': 'choose among the rules of “always”',
  'global-always': '“always” for every project and for good; else for the folder, until the server restarts',
  suggest: 'suggestions of the agent',
  import: 'take in an exported session',
  configuration: 'settings, where they come from and change',
  account: 'a Kilo account',
  mcp: 'MCP servers: their state, connect and disconnect',
  indexing: 'an index of a folder: its settings and progress',
  upkeep: 'snapshots prepared ahead, old sessions deleted',
}

const yes = (able: boolean) => (able ? 'yes' : 'no')

function expected(): string[][] {
  const able = ENGINES.map(([, version, network]) => engineKindOf({ version, network }).capabilities)
  return [
    ['', ...ENGINES.map(([name]) => name)],
    ...ALWAYS.map((words) => [words, ...ENGINES.map(() => yes(true))]),
    ...(Object.entries(WORDS) as [Capability, string][]).map(([capability, words]) => [
      words,
      ...able.map((list) => yes(list.includes(capability))),
    ]),
  ]
}

test('the README says what works where', () => {
  const readme = readFileSync(new URL('../../../../README.md', import.meta.url), 'utf8')
  const [, section = ''] = /## What works where\n([^]*?)\n## /.exec(readme) ?? []
  const rows = section.split('\n').filter((line) => line.startsWith('|') && !line.startsWith('| -'))
  const cells = rows.map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
  expect(cells).toEqual(expected())
})
