import { createComponent, createRoot } from 'solid-js'
import { createStore } from 'solid-js/store'
import { expect, test, vi } from 'vitest'
import type { Configuration } from '../../../../shared/configuration.ts'
import { sampleServer } from '../../../../shared/sample-server.ts'
import type { ConfigurationActions, ConfigurationPlace } from '../../../store/actions/configuration.ts'
import { ConsoleProvider, type Console } from '../../../store/context.ts'
import { emptyServer } from '../../../store/types.ts'
import { createReading, type Reading } from './create-reading.ts'

const place: ConfigurationPlace = { serverId: 'daemon', scope: 'global', directory: '' }

function setUp() {
  const [state, set] = createStore({ servers: { daemon: emptyServer(sampleServer()) } })
  const read = vi
    .fn<ConfigurationActions['read']>()
    .mockImplementation(() => Promise.resolve({} as Configuration))
  const value = { state, part: () => ({ configuration: { read } }) } as unknown as Console
  const made: Reading[] = []
  const end = createRoot((dispose) => {
    createComponent(ConsoleProvider, {
      value,
      get children() {
        made.push(createReading(() => place))
        return undefined
      },
    })
    return dispose
  })
  return { read, set, end, value: () => made[0]?.value() }
}

test.each(['disposals', 'gaps'] as const)('what was read is read again when there are %s', async (what) => {
  const { read, set, value, end } = setUp()
  await vi.waitFor(() => expect(value()).toBeDefined())
  const before = value()
  set('servers', 'daemon', 'load', { status: 'ready' })
  expect(read).toHaveBeenCalledTimes(1)
  set('servers', 'daemon', what, (count) => count + 1)
  await vi.waitFor(() => expect(value()).not.toBe(before))
  expect(read).toHaveBeenCalledTimes(2)
  end()
})
