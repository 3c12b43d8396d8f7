import { Agent, type AgentOptions } from 'node:http'
import type { Socket } from 'node:net'
import type { Owner } from './owned-listener.ts'
import { connectProven } from './proven-connection.ts'
import { LOOPBACK, type Place } from '../place.ts'

/**
 * For node:http: each connection is one to the owner's own listener, or fails with `not-listening` or `other-listener`. By default every
 * request has its own. Named on each request it also stands where Node 24 would put its own agent, which obeys HTTP_PROXY (faults.md 60).
 */
export function provenAgent(owner: Owner, options: AgentOptions = { keepAlive: false }): Agent {
  const agent = new Agent(options)
  agent.createConnection = ({ host, port }, callback) => {
    void hand({ hostname: host ?? LOOPBACK, port: Number(port ?? 80) }, owner, callback)
    return undefined
  }
  return agent
}

type Take = Parameters<Agent['createConnection']>[1]

async function hand(place: Place, owner: Owner, take: Take): Promise<void> {
  let socket: Socket
  try {
    socket = await connectProven(place, owner)
  } catch (error) {
    // Typed as if there were a socket even then.
    return take?.(error as Error, undefined as unknown as Socket)
  }
  take?.(null, socket)
}
