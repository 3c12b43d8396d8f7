import envPaths from 'env-paths'
import { expect, it } from 'vitest'
import { kiloPaths } from './paths.ts'

it('agrees on Linux with env-paths, which cannot be used because the engine keeps to XDG everywhere', () => {
  const { data, config, cache } = envPaths('kilo', { suffix: '' })
  if (process.platform === 'linux') expect(kiloPaths()).toMatchObject({ data, config, cache })
})

it.each([
  [{ HOME: '/h' }, '/h/.local/state/kilo/daemon.json'],
  [{ HOME: '/h', XDG_STATE_HOME: '/s' }, '/s/kilo/daemon.json'],
  [{ HOME: '/h', XDG_STATE_HOME: 'relative' }, '/h/.local/state/kilo/daemon.json'],
  [{ HOME: '/h', XDG_STATE_HOME: '' }, '/h/.local/state/kilo/daemon.json'],
])('%j -> %s', (env, file) => expect(kiloPaths(env).daemonFile).toBe(file))
