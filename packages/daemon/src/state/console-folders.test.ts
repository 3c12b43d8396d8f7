import { homedir } from 'node:os'
import { afterEach, expect, it, vi } from 'vitest'
import { consoleFolders } from './console-folders.ts'

const platform = process.platform
afterEach(() => {
  vi.unstubAllEnvs()
  Object.defineProperty(process, 'platform', { value: platform })
})

const variables = {
  XDG_DATA_HOME: '/x/data',
  XDG_CONFIG_HOME: '/x/config',
  APPDATA: '/x/roaming',
  LOCALAPPDATA: '/x/local',
}

it.each([
  ['linux', {}],
  ['linux', variables],
  ['darwin', {}],
  ['darwin', variables],
  ['win32', {}],
  ['win32', variables],
] as const)('on %s with %j: as env-paths says', async (platform, env) => {
  for (const name of Object.keys(variables)) vi.stubEnv(name, undefined)
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value)
  Object.defineProperty(process, 'platform', { value: platform })
  vi.resetModules()
  const { default: envPaths } = await import('env-paths')
  const { data, config } = envPaths('kilo-console', { suffix: '' })
  expect(consoleFolders(process.env, homedir(), platform)).toEqual({ data, config })
})

it('a relative folder of the XDG variables is no folder', () => {
  const { data } = consoleFolders({ XDG_DATA_HOME: 'here' }, '/h', 'linux')
  expect(data).toBe('/h/.local/share/kilo-console')
})
