import { afterEach, expect, test } from 'vitest'
import { startLoopback, type Loopback } from '../../test/host/loopback.ts'
import { readChoices } from './read-choices.ts'

const servers: Loopback[] = []
afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())))

const provider = {
  id: 'a',
  name: 'A',
  models: { m: { id: 'm', name: 'M', limit: { context: 9, output: 1 } } },
}
const agent = { name: 'code', mode: 'primary', prompt: 'x'.repeat(10_000), permission: [], options: {} }

async function engineThat(answers: Record<string, unknown>) {
  const asked: string[] = []
  const server = await startLoopback((req, res) => {
    const { pathname, searchParams } = new URL(req.url ?? '', 'http://engine')
    asked.push(searchParams.get('directory') ?? '')
    if (pathname in answers) res.end(JSON.stringify(answers[pathname]))
    else res.writeHead(500).end('{}')
  })
  servers.push(server)
  let dropped = 0
  const read = () => readChoices({ url: server.url, owner: {} }, '/p', (count) => void (dropped += count))
  return { read, asked, dropped: () => dropped }
}

test('models, agents and defaults of the directory come in one answer, without the agents’ prompts', async () => {
  const { read, asked, dropped } = await engineThat({
    '/config/providers': { providers: [provider, { id: 5 }], default: { a: 'm' } },
    '/agent': [agent],
    '/config': { model: 'a/m', keybinds: { leader: 'x' } },
    '/vcs': { branch: 'main' },
  })
  const choices = await read()
  expect(choices.providers.providers.map(({ id }) => id)).toEqual(['a'])
  expect(choices.config.model).toBe('a/m')
  expect(JSON.stringify(choices)).not.toMatch(/xxx|leader/)
  expect(choices.branch).toBe('main')
  expect(asked).toEqual(['/p', '/p', '/p', '/p'])
  expect(dropped()).toBe(1)
})

test('an engine that does not answer one of them is a server that cannot be reached', async () => {
  const { read } = await engineThat({ '/agent': [], '/config': {} })
  await expect(read()).rejects.toMatchObject({ status: 502, code: 'server-unreachable' })
})
