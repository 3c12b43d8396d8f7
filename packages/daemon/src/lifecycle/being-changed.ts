import { existsSync } from 'node:fs'
import { looksHeld } from '../lock/lock.ts'
import type { Service } from '../services/service.ts'

/** Whether another command may be about to end what runs: then its answer is not to be reused without waiting (faults.md 13). */
export function isBeingChanged(service: Pick<Service, 'paths'>): boolean {
  const { lock, peerLock } = service.paths
  return looksHeld(lock) || (peerLock !== undefined && existsSync(peerLock))
}
