import type { Probe } from '../net/probe.ts'
import { compareVersions } from '../install/versions.ts'

/**
 * What became of the recorded process. `ours`: the identity is the recorded one. `plausible`: none is recorded (the engine's own
 * CLI wrote the file), but age and arguments fit. `other`: the pid now belongs to another program. `forbidden`: to another user.
 */
export type ProcessFinding = 'none' | 'gone' | 'ours' | 'plausible' | 'other' | 'forbidden'

/** `starting`: it was not seen healthy yet. `ending`: it was, lives, and listens no more, so it will never answer again. */
export type LifePhase = 'starting' | 'ready' | 'ending'

export interface Findings {
  /** `recovered`: no usable file, but the process itself was found. */
  file: 'absent' | 'bad' | 'foreign-schema' | 'ok' | 'recovered'
  exposed: boolean
  process: ProcessFinding
  phase: LifePhase
  /** Undefined when there was nobody whom it was safe to ask. */
  probe: Probe | undefined
  /** The options by which it differs from what is asked for. */
  mismatch: string[]
}

export interface Wanted {
  /** Empty: any. */
  version: string
  /** Replace it even when it is well. */
  restart: boolean
  patienceMs: number
  /** How long a start may take until the first healthy answer. */
  startMs: number
}

export type Refusal = 'newer-schema' | 'forbidden' | 'unproven' | 'other-options' | 'other-version'

export type Decision =
  | { do: 'reuse' }
  | { do: 'start'; reason: string }
  /** `whenIdle`: only if no session is at work. */
  | { do: 'replace'; reason: string; whenIdle: boolean }
  | { do: 'wait'; reason: string; patienceMs: number }
  | { do: 'refuse'; why: Refusal }

/** PURE. What to do about a service, from what was found and what is wanted. `waitedMs`: for how long it was already waited for. */
export function decide(found: Findings, wanted: Wanted, waitedMs: number): Decision {
  if (found.file === 'foreign-schema') return { do: 'refuse', why: 'newer-schema' }
  switch (found.process) {
    case 'forbidden':
      return { do: 'refuse', why: 'forbidden' }
    case 'none':
      return {
        do: 'start',
        reason: found.file === 'bad' ? 'the state file was unusable' : 'none was running',
      }
    case 'gone':
      return { do: 'start', reason: 'the recorded process has ended' }
    case 'other':
      return { do: 'start', reason: 'the recorded pid now belongs to another program' }
    case 'ours':
    case 'plausible':
      return found.probe?.kind === 'healthy'
        ? decideHealthy(found, found.probe.version, wanted)
        : decideSilent(found, wanted, waitedMs)
  }
}

function decideHealthy(found: Findings, version: string, wanted: Wanted): Decision {
  if (wanted.restart) return { do: 'replace', reason: 'asked for', whenIdle: true }
  if (found.mismatch.length > 0) return { do: 'refuse', why: 'other-options' }
  if (found.exposed) return { do: 'replace', reason: 'others could read its password', whenIdle: true }
  if (version === wanted.version || wanted.version === '') return { do: 'reuse' }
  // Only upwards, or two installs of different versions would replace each other's for ever (faults.md 26).
  const upgrade = compareVersions(wanted.version, version) === 1
  return upgrade
    ? { do: 'replace', reason: `version ${version} -> ${wanted.version}`, whenIdle: true }
    : { do: 'refuse', why: 'other-version' }
}

/** It lives and is not well: patience first, it may only be busy (faults.md 22), then replace what is provably ours. */
function decideSilent(found: Findings, wanted: Wanted, waitedMs: number): Decision {
  const locked = found.probe?.kind === 'locked'
  // Our own process refuses our own password: no time will heal that. A plausible one that does so is somebody else's.
  if (locked && found.process === 'plausible')
    return { do: 'start', reason: 'the recorded process is another server' }
  if (locked) return { do: 'replace', reason: 'it does not accept the recorded password', whenIdle: false }
  if (wanted.restart && found.process === 'ours')
    return { do: 'replace', reason: 'asked for', whenIdle: false }
  const patienceMs = found.phase === 'starting' ? wanted.startMs : wanted.patienceMs
  const reason = describeProbe(found.probe)
  if (waitedMs < patienceMs)
    return { do: 'wait', reason: found.phase === 'ready' ? reason : `it is ${found.phase}`, patienceMs }
  if (found.process === 'plausible') return { do: 'refuse', why: 'unproven' }
  return { do: 'replace', reason: `${reason} for ${Math.round(patienceMs / 1000)} s`, whenIdle: false }
}

/** Why a live process does not count as healthy, for a person. */
export function describeProbe(probe: Probe | undefined): string {
  switch (probe?.kind) {
    case 'healthy':
      return 'it is healthy'
    case 'locked':
      return 'it does not accept the recorded password'
    case 'unhealthy':
      return probe.reason
    case 'timeout':
      return 'it gave no answer'
    case 'refused':
    case undefined:
      return 'it was not listening'
  }
}
