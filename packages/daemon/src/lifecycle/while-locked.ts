import { withLock, type Lock } from '../lock/lock.ts'
import { withPeerLock } from '../lock/engine-lock.ts'
import type { Service } from '../services/service.ts'
import type { ServiceState } from '../state/state.ts'

export interface Progress {
  phase: 'lock' | 'wait' | 'replace' | 'start' | 'stop'
  message: string
}

export interface WaitOptions {
  /** Aborted: `interrupted` is thrown. */
  signal?: AbortSignal
  /** After how long another command that shows no life is passed over. Default 20 s. */
  stallMs?: number
  onProgress?: (progress: Progress) => void
}

/** Runs `work` while neither another of us nor the engine's own CLI starts or stops this service (faults.md 9, 13, 14). */
export function whileLocked<S extends ServiceState, T>(
  service: Service<S>,
  { signal, stallMs, onProgress }: WaitOptions,
  work: (lock: Lock) => Promise<T>,
): Promise<T> {
  const { lock, peerLock } = service.paths
  const message = `waiting for another command that starts or stops the ${service.name}`
  // One that takes the owner's own rights away would lock us, and the engine that inherits it, out of our own files (faults.md 4).
  process.umask(process.umask() & 0o077)
  const onWait = () => onProgress?.({ phase: 'lock', message })
  return withLock(lock, { signal, stallMs, onWait }, (held) =>
    peerLock ? withPeerLock(peerLock, { signal, onWait }, () => work(held)) : work(held),
  )
}
