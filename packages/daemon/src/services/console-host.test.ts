import { expect, test } from 'vitest'
import type { ConsoleState, ServiceState } from '../state/state.ts'
import { consoleHostService } from './console-host.ts'

const common: ServiceState = {
  pid: 4242,
  hostname: 'h',
  port: 4117,
  url: 'http://h:4117',
  version: '1.0.0',
  startedAt: '2026-01-01T00:00:00.000Z',
  log: '/l',
}
const running = (base?: string): ConsoleState => ({ ...common, controlToken: 't', ...(base && { base }) })
const service = (base?: string) =>
  consoleHostService({ main: '/main.js', version: '1.0.0', health: '/health', base, env: { HOME: '/h' } })
const envOf = async (base: string | undefined, previous?: ConsoleState) =>
  (await service(base).launch(common, 't', previous)).env['KILO_CONSOLE_BASE']

test.each([
  ['nothing is asked for: whatever runs', undefined, '/kilo/', []],
  ['the same', '/kilo/', '/kilo/', []],
  ['another', '/other/', '/kilo/', ['--base /other/']],
  ['the root, where it is not', '/', '/kilo/', ['--base /']],
  ['a host of version 0.1, which did not tell: the upgrade will', '/kilo/', undefined, []],
] as const)('a base that is asked for: %s', (_, wanted, base, mismatch) => {
  expect(service(wanted).mismatch(running(base))).toEqual(mismatch)
})

test('a host is started below what is asked for, else where the one before it was', async () => {
  expect(await envOf('/new/', running('/old/'))).toBe('/new/')
  expect(await envOf(undefined, running('/old/'))).toBe('/old/')
  expect(await envOf(undefined, running())).toBe('/')
  expect(await envOf(undefined)).toBe('/')
})

test('its file says the base, also when it is made anew from the process', () => {
  expect(service('/new/').record(common, 't', running('/old/'))).toMatchObject({ base: '/new/' })
  const found = (base?: string) => ({ args: [], env: new Map(base ? [['KILO_CONSOLE_BASE', base]] : []) })
  expect(service('/new/').record(common, 't', undefined, found('/old'))).toMatchObject({ base: '/old/' })
  expect(service('/new/').record(common, 't', undefined, found())).toMatchObject({ base: '/' })
})

test.each([
  [{ controlToken: 't' }, { controlToken: 't' }],
  [
    { controlToken: 't', base: '/kilo/' },
    { controlToken: 't', base: '/kilo/' },
  ],
  [{ controlToken: 't', base: 'kilo' }, undefined],
  [{ controlToken: 't', base: '/"><script>/' }, undefined],
  [{ controlToken: 't', base: 7 }, undefined],
  [{ controlToken: '' }, undefined],
])('a file with %j', (json, read) => {
  expect(service().parse(json, common)).toEqual(read && { ...common, ...read })
})
