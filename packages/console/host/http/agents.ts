/** Connections that are used again, by the owner that they were proven for: they lead to it as long as they are open. */
import type { Agent } from 'node:http'
import { provenAgent, type Owner } from '@kilo-console/daemon'

/** A browser has six connections to the host; a long answer must not hold the others up. */
const OPTIONS = { keepAlive: true, maxSockets: 256, maxFreeSockets: 64 }
const MOST = 32

export interface Agents {
  of(owner: Owner): Agent
}

export function keptAgents(): Agents {
  const agents = new Map<string, Agent>()
  return {
    of(owner) {
      const key = JSON.stringify(owner)
      const agent = agents.get(key) ?? provenAgent(owner, OPTIONS)
      // The last used last: a daemon that was restarted is another owner, and the old one's agent has nothing to do.
      agents.delete(key)
      agents.set(key, agent)
      const [oldest] = agents.keys()
      if (agents.size > MOST && oldest !== undefined) agents.delete(oldest)
      return agent
    },
  }
}
