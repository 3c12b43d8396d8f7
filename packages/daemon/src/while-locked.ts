import { withLock, type Lock } from './lock.ts'
import { withPeerLock } from './peer-lock.ts'
import type { Service } from './service.ts'
import type { ServiceState } from './state.ts'

export interface Progress {
  phase: 'lock' | 'wait' | 'replace' | 'start'
  message: string
}

interface WaitOptions {
  signal?: AbortSignal
  onProgress?: (progress: Progress) => void
}

/** Runs `work` while neither another of us nor the engine's own CLI starts or stops this service (faults.md 9, 13, 14). */
export function whileLocked<S extends ServiceState, T>(
  service: Service<S>,
  { signal, onProgress }: WaitOptions,
  work: (lock: Lock) => Promise<T>,
): Promise<T> {
  const { lock, peerLock } = service.paths
  const message = `waiting for another command that starts or stops the ${service.name}`
  const onWait = () => onProgress?.({ phase: 'lock', message })
  return withLock(lock, { signal, onWait }, (held) =>
    peerLock ? withPeerLock(peerLock, { signal }, () => work(held)) : work(held),
  )
}
