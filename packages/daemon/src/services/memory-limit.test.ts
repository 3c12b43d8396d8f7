import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { kiloPaths } from '../state/paths.ts'
import { memoryLimit, parseSize } from './memory-limit.ts'

it.each([
  ['4G', 4 * 2 ** 30],
  ['4g', 4 * 2 ** 30],
  ['1.5 GiB', 1.5 * 2 ** 30],
  ['800MB', 800 * 2 ** 20],
  ['4294967296', 2 ** 32],
  ['0', 0],
  ['Off', 0],
  ['', undefined],
  ['-4G', undefined],
  ['4 gigs', undefined],
  ['1e9', undefined],
])('%j is %s bytes', (text, bytes) => expect(parseSize(text)).toBe(bytes))

describe('where it is set', () => {
  it.each([
    ['nowhere', {}, undefined, { text: '4G', source: 'default' }],
    [
      'in the environment',
      { KILO_MEMORY_LIMIT: '2G' },
      '{"memoryLimit":"1G"}',
      { bytes: 2 ** 31, source: 'KILO_MEMORY_LIMIT' },
    ],
    [
      'in the settings',
      {},
      '{"memoryLimit":"1G"}',
      { bytes: 2 ** 30, source: expect.stringMatching(/kilo-console\/settings\.json$/) },
    ],
    ['off', { KILO_MEMORY_LIMIT: 'off' }, undefined, { bytes: undefined }],
    [
      'to nonsense',
      { KILO_MEMORY_LIMIT: 'lots' },
      undefined,
      { bytes: 2 ** 32, problem: expect.stringContaining('lots') },
    ],
    [
      'in settings that are torn',
      {},
      '{"memory',
      { bytes: 2 ** 32, problem: expect.stringContaining('not JSON') },
    ],
    ['in settings about something else', {}, '{"x":1}', { bytes: 2 ** 32 }],
    [
      'to what is nested without end',
      {},
      `{"memoryLimit":${'['.repeat(200_000)}${']'.repeat(200_000)}}`,
      { bytes: 2 ** 32, problem: expect.stringContaining('no size') },
    ],
  ])('%s', async (_, env, settings, expected) => {
    const home = await mkdtemp(join(tmpdir(), 'kilo-limit-'))
    const { own } = kiloPaths({ HOME: home })
    await mkdir(dirname(own.settings), { recursive: true })
    if (settings !== undefined) await writeFile(own.settings, settings)
    expect(memoryLimit({ HOME: home, ...env })).toMatchObject(expected)
    await rm(home, { recursive: true })
  })
  it('where version 0.1 had them, until they are moved', async () => {
    const home = await mkdtemp(join(tmpdir(), 'kilo-limit-'))
    const { own, former } = kiloPaths({ HOME: home })
    for (const [file, text] of [
      [former.settings, '{"memoryLimit":"1G"}'],
      [own.settings, '{"memoryLimit":"2G"}'],
    ] as const) {
      await mkdir(dirname(file), { recursive: true })
      await writeFile(file, text)
      expect(memoryLimit({ HOME: home }).source).toBe(file)
    }
    await rm(home, { recursive: true })
  })
})
