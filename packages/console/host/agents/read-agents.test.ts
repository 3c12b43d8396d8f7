import { afterEach, expect, test } from 'vitest'
import { startLoopback, type Loopback } from '../../test/host/loopback.ts'
import { readAgents } from './read-agents.ts'

const servers: Loopback[] = []
afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())))

const rule = { permission: 'bash', pattern: '*', action: 'ask' }
const agent = (name: string, more: object = {}) => ({
  name,
  mode: 'all',
  prompt: 'You work.',
  permission: [rule],
  options: { apiKey: 'sk-planted' },
  ...more,
})
const command = { name: 'hello', content: 'Say hello', hints: [], source: 'command' }

async function engineThat(answers: Record<string, unknown>) {
  const server = await startLoopback((req, res) => {
    const { pathname } = new URL(req.url ?? '', 'http://engine')
    if (pathname in answers) res.end(JSON.stringify(answers[pathname]))
    else res.writeHead(500).end('{}')
  })
  servers.push(server)
  let dropped = 0
  const target = { url: server.url, owner: {} }
  const read = () =>
    readAgents({ target, directory: '/p', isHere: false, dropped: (count) => void (dropped += count) })
  return { read, dropped: () => dropped }
}

test('agents with their rules; the words of those that the engine brings along, and options, stay here', async () => {
  const { read, dropped } = await engineThat({
    '/agent': [
      agent('code', { native: true }),
      agent('mine'),
      { name: 5 },
      agent('odd', { permission: [{ ...rule, action: 'maybe' }] }),
    ],
    '/kilocode/command/files': [
      { ...command, location: '/p/.kilo/command/hello.md' },
      { ...command, name: 'init', location: 'builtin' },
    ],
  })
  const { agents, commands } = await read()
  expect(agents.map(({ name, prompt, permission }) => [name, prompt, permission])).toEqual([
    ['code', undefined, [rule]],
    ['mine', 'You work.', [rule]],
  ])
  expect(commands.map(({ name, file }) => [name, file])).toEqual([
    ['hello', '/p/.kilo/command/hello.md'],
    ['init', undefined],
  ])
  expect(JSON.stringify(agents)).not.toContain('sk-planted')
  expect(dropped()).toBe(2)
})

test('words without end are left out, and everything else is there', async () => {
  const { read } = await engineThat({
    '/agent': [agent('long', { prompt: 'x'.repeat(3 * 1024 * 1024) }), agent('mine')],
    '/kilocode/command/files': [command],
  })
  const { agents, commands } = await read()
  expect(agents.map(({ name, prompt }) => [name, prompt])).toEqual([
    ['long', undefined],
    ['mine', 'You work.'],
  ])
  expect(commands[0]?.content).toBe('Say hello')
})

test('an engine that tells no files of commands has agents all the same; one that tells no agents can’t be read', async () => {
  const { read } = await engineThat({ '/agent': [agent('mine')] })
  expect(await read()).toMatchObject({ agents: [{ name: 'mine' }], commands: [] })
  const none = await engineThat({})
  await expect(none.read()).rejects.toMatchObject({ status: 502, code: 'server-unreachable' })
})
