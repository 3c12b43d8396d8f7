import type { Capability } from '@kilo-console/engine/capabilities'
import type { ServerInfo } from '../../shared/api.ts'

/** Pure. A server that the host could not ask yet is offered all: what it then refuses is said where it was asked for. */
export function canDo(info: Pick<ServerInfo, 'engine'> | undefined, capability: Capability): boolean {
  return info?.engine?.capabilities.includes(capability) ?? true
}
