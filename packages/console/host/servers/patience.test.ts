import { expect, test } from 'vitest'
import type { ServerHealth, ServerInfo } from '../../shared/api.ts'
import { makePatience } from './patience.ts'

const daemon = (health: ServerHealth, pid = 1): ServerInfo => ({
  id: 'daemon',
  url: '',
  port: 4097,
  kind: 'managed',
  health,
  version: null,
  pid,
  projects: [],
  lastActive: null,
  ...(health === 'healthy' ? {} : { problem: { code: 'c', message: 'm' } }),
})

test('fault 22: a missed answer is forgiven for 8 s, of the same process alone', () => {
  let now = 0
  const patient = makePatience(() => now)
  expect(patient(daemon('unhealthy')).health).toBe('unhealthy')
  expect(patient(daemon('healthy')).health).toBe('healthy')
  now = 8000
  expect(patient(daemon('unhealthy'))).toEqual(daemon('healthy'))
  expect(patient(daemon('unhealthy', 2)).health).toBe('unhealthy')
  expect(patient(daemon('offline')).health).toBe('offline')
  now = 8001
  expect(patient(daemon('unhealthy'))).toEqual(daemon('unhealthy'))
})
