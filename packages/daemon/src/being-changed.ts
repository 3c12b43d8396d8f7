import { access } from 'node:fs/promises'
import { looksHeld } from './lock.ts'
import type { Service } from './service.ts'

/** Whether another command may be about to end what runs: then its answer is not to be reused without waiting (faults.md 13). */
export async function isBeingChanged(service: Pick<Service, 'paths'>): Promise<boolean> {
  const { lock, peerLock } = service.paths
  if (await looksHeld(lock)) return true
  return (
    peerLock !== undefined &&
    (await access(peerLock).then(
      () => true,
      () => false,
    ))
  )
}
