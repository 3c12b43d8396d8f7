import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { startLoopback, withFolder, type Loopback } from '../../test/host/loopback.ts'
import type { ConfigScope } from '@kilo-console/engine/edge/configuration'
import { readConfiguration } from './read-configuration.ts'

const servers: Loopback[] = []
afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())))

const target = { revision: 'abc', exists: true, writable: true }

/** An engine whose only file is this one; `refuses`: it cannot read it. */
async function read(
  path: string,
  options: { refuses?: boolean; isHere?: boolean; directory?: string; scope?: ConfigScope } = {},
) {
  const { refuses = false, isHere = true, directory = '/w', scope = 'project' } = options
  const file = { ...target, path, raw: { share: 'auto' } }
  const effective = { share: 'auto', mcp: { a: { environment: { A: 'sk-1' } } } }
  const answers: Record<string, unknown> = {
    '/config/overlay': { effective, global: {}, project: {}, targets: { global: file, project: file } },
    '/config/sources': {
      sources: [
        {
          order: 1,
          kind: 'project-file',
          scope: 'project',
          label: 'Project config',
          path,
          exists: true,
          reason: null,
        },
        'strange',
      ],
    },
    '/config/warnings': [],
    '/config': effective,
  }
  const asked: string[] = []
  const server = await startLoopback((req, res) => {
    asked.push(req.url ?? '')
    const [route = ''] = (req.url ?? '').split('?')
    const isRefused = refuses && req.url?.startsWith('/config/overlay?directory=')
    res.writeHead(isRefused ? 400 : 200).end(JSON.stringify(answers[route]))
  })
  servers.push(server)
  let dropped = 0
  const configuration = await readConfiguration({
    target: { url: server.url, owner: {} },
    scope,
    directory,
    isHere,
    dropped: (count) => void (dropped += count),
  })
  return { configuration, asked, dropped }
}

test('a value comes with its file and line, and no secret leaves the host', async () => {
  await withFolder(async (folder) => {
    const path = join(folder, 'kilo.jsonc')
    await writeFile(path, '{\n  "share": "auto",\n  "mcp": { "a": { "environment": { "A": "sk-1" } } }\n}')
    const { configuration, asked, dropped } = await read(path)
    expect(configuration.target).toEqual({ ...target, path })
    expect(configuration.fields).toEqual([
      expect.objectContaining({ path: ['mcp', 'a', 'environment', 'A'], shown: { secret: true } }),
      {
        path: ['share'],
        shown: { value: 'auto' },
        origin: 'layer',
        layers: [{ source: 1, line: 2, shown: { value: 'auto' } }],
        inTarget: true,
      },
    ])
    expect(JSON.stringify(configuration)).not.toContain('sk-1')
    expect(asked.toSorted()).toEqual([
      '/config/overlay?directory=%2Fw&scope=project',
      '/config/sources?directory=%2Fw',
      '/config/warnings?directory=%2Fw',
    ])
    expect(dropped).toBe(1)
  })
})

test('where the file is broken nothing can be changed, and the rest is told', async () => {
  await withFolder(async (folder) => {
    const path = join(folder, 'kilo.jsonc')
    await writeFile(path, '{\n  "share": "auto",\n')
    const { configuration, asked } = await read(path, { refuses: true })
    expect(configuration.target).toBeUndefined()
    expect(configuration.fields.map(({ path: [name], origin }) => [name, origin])).toEqual([
      ['mcp', 'untold'],
      ['share', 'untold'],
    ])
    expect(configuration.warnings).toMatchObject([{ path, line: 3 }])
    expect(asked.at(-1)).toBe('/config?directory=%2Fw')
  })
})

test('a broken file of the project is none of the global ones: those can be changed', async () => {
  await withFolder(async (folder) => {
    const path = join(folder, 'kilo.jsonc')
    await writeFile(path, '{')
    const { configuration } = await read(path, { refuses: true, scope: 'global' })
    expect(configuration.target).toEqual({ ...target, path })
  })
})

test('files of another machine are not looked for here', async () => {
  await withFolder(async (folder) => {
    const path = join(folder, 'kilo.jsonc')
    await writeFile(path, '{ "share": "manual" }')
    const { configuration } = await read(path, { isHere: false })
    expect(configuration.sources[1]).toMatchObject({ path, state: 'unread' })
    expect(configuration.fields.find(({ path: [name] }) => name === 'share')).toMatchObject({
      shown: { value: 'auto' },
      layers: [{ source: 1 }],
    })
  })
})
