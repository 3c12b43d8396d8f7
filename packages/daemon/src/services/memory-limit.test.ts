import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
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
      { bytes: 2 ** 30, source: expect.stringMatching(/console\.json$/) },
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
  ])('%s', async (_, env, settings, expected) => {
    const home = await mkdtemp(join(tmpdir(), 'kilo-limit-'))
    await mkdir(join(home, '.config', 'kilo'), { recursive: true })
    if (settings !== undefined) await writeFile(join(home, '.config', 'kilo', 'console.json'), settings)
    expect(memoryLimit({ HOME: home, ...env })).toMatchObject(expected)
    await rm(home, { recursive: true })
  })
})
