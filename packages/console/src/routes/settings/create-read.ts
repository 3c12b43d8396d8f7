import { createEffect, createMemo, createResource, on, type Accessor } from 'solid-js'
import type { Problem } from '../../../shared/api.ts'
import { toProblem } from '../../sdk/problem.ts'
import type { ConfigurationPlace } from '../../store/actions/configuration.ts'
import { useConsole } from '../../store/context.ts'
import { settled } from '../../ui/settled.ts'

export interface Read<Value> {
  /** Of this place as it was read last; undefined until then. */
  value: Accessor<Value | undefined>
  isReading: Accessor<boolean>
  problem: Accessor<Problem | undefined>
  refresh(this: void): Promise<void>
}

interface Known<Value> {
  asked: ConfigurationPlace
  read: Value
}

/** Reads something of a place, and again whenever its server has put a folder away: that is what a change of settings does. It may have done so unheard. */
export function createRead<Value>(
  place: Accessor<ConfigurationPlace | undefined>,
  read: (place: ConfigurationPlace) => Promise<Value>,
): Read<Value> {
  const { state } = useConsole()
  const [resource, { refetch }] = createResource(place, async (asked): Promise<Known<Value>> => ({
    asked,
    read: await read(asked),
  }))
  // A failure takes nothing away: something may be half written.
  const last = createMemo<Known<Value> | undefined>((before) => settled(resource) ?? before)
  const news = createMemo(() => {
    const server = state.servers[place()?.serverId ?? '']
    return server && server.disposals + server.gaps
  })
  createEffect(on(news, () => void refetch(), { defer: true }))
  return {
    value: () => (last()?.asked === place() ? last()?.read : undefined),
    isReading: () => resource.loading,
    problem: () => (resource.state === 'errored' ? toProblem(resource.error) : undefined),
    async refresh() {
      await refetch()
    },
  }
}
