import type { Findings, LifePhase, ProcessFinding } from './decide.ts'
import { findListener, ownerOf } from '../net/owned-listener.ts'
import { probe, type Probe } from '../net/probe.ts'
import { appearance, identify, lifeOf, sameIdentity } from '../process/identity.ts'
import type { Service } from '../services/service.ts'
import { readState } from '../state/state-file.ts'
import type { ServiceState, StateRead } from '../state/state.ts'
import { findOrphan } from './orphan.ts'

export interface Inspection<S extends ServiceState> extends Findings {
  /** The recorded state, or, when the file is of no use, what the running process itself told. */
  state: S | undefined
  read: StateRead<S>
}

export interface InspectOptions<S extends ServiceState> {
  signal?: AbortSignal | undefined
  /** Whose health is asked. Default `any`; `unproven`: only that of a process for which nothing else speaks. */
  health?: 'any' | 'unproven'
  /** Called when the process is proven and listens itself, while its health is asked: for what else is to be asked of it. */
  onProven?: (state: S) => void
}

/** Looks, and changes nothing. The state file is a claim; the process and its answer are the truth. */
export async function inspect<S extends ServiceState>(
  service: Service<S>,
  options: InspectOptions<S> = {},
): Promise<Inspection<S>> {
  const read = await readState(service)
  const recorded = read.kind === 'ok' ? read.state : undefined
  const finding = recorded ? await findProcess(service, recorded) : 'none'
  if (recorded && (finding === 'ours' || finding === 'plausible' || finding === 'forbidden')) {
    return examine(service, { read, state: recorded, process: finding, file: 'ok' }, options)
  }
  // Nobody lives where the file says. A starter killed at the wrong moment, or a deleted file, may have left one (faults.md 7, 15).
  const orphan = await findOrphan(service)
  // A newer version's file is left alone, and so is what it speaks of; that it runs is the truth all the same.
  const file = read.kind === 'foreign-schema' ? read.kind : 'recovered'
  if (orphan) return examine(service, { read, state: orphan, process: 'ours', file }, options)
  return {
    read,
    state: recorded,
    file: read.kind,
    process: finding,
    exposed: false,
    phase: 'ready',
    probe: undefined,
    mismatch: [],
  }
}

type Seen<S extends ServiceState> = Pick<Inspection<S>, 'read' | 'process' | 'file'> & { state: S }

async function examine<S extends ServiceState>(
  service: Service<S>,
  seen: Seen<S>,
  options: InspectOptions<S>,
): Promise<Inspection<S>> {
  const { state, read } = seen
  const probe = isAsked(seen.process, options) ? await ask(service, state, options) : undefined
  return {
    ...seen,
    exposed: (read.kind === 'ok' || read.kind === 'bad') && (read.exposed ?? false),
    phase: phaseOf(state, probe),
    probe,
    mismatch: service.mismatch(state),
  }
}

/** A file without a phase is the engine's own, written before anybody saw it listen. */
function phaseOf({ phase }: ServiceState, probe: Probe | undefined): LifePhase {
  if (phase === 'starting') return 'starting'
  return phase === 'ready' && probe?.kind === 'refused' ? 'ending' : 'ready'
}

function isAsked(
  process: ProcessFinding,
  { health = 'any' }: Pick<InspectOptions<never>, 'health'>,
): boolean {
  return process === 'plausible' || (process === 'ours' && health === 'any')
}

/** Sends the credential only where the recorded process itself listens (faults.md 18). */
export async function ask<S extends ServiceState>(
  service: Service<S>,
  state: S,
  { signal, onProven }: InspectOptions<S> = {},
): Promise<Probe> {
  const { url, headers } = service.health({ hostname: state.hostname, port: state.port }, state)
  const { hostname, port } = new URL(url)
  const owner = ownerOf(state)
  const found = await findListener({ hostname, port: Number(port) }, owner)
  if (found.kind === 'absent' || found.kind === 'other') return { kind: 'refused' }
  const answer = probe(url, { headers, owner, ...(signal ? { signal } : {}) })
  onProven?.(state)
  return answer
}

async function findProcess<S extends ServiceState>(service: Service<S>, state: S): Promise<ProcessFinding> {
  // It is us who run with that number now.
  if (state.pid === process.pid) return 'other'
  const life = await lifeOf(state.pid)
  if (life === 'gone') return 'gone'
  if (!state.identity)
    return life === 'forbidden' ? 'other' : (await isPlausible(service, state)) ? 'plausible' : 'other'
  const now = await identify(state.pid)
  if (!now) return 'gone'
  if (!sameIdentity(now, state.identity)) return 'other'
  return life === 'forbidden' ? 'forbidden' : 'ours'
}

/** Slack for a clock that was set between the process's start and its record. */
const SLACK_MS = 5000

/** Whether a process that a file without identity names can be the one meant: old enough, and called like it. */
async function isPlausible<S extends ServiceState>(service: Service<S>, state: S): Promise<boolean> {
  const seen = await appearance(state.pid)
  if (!seen || !service.looksLike(seen.args)) return false
  return Date.now() - seen.ageMs <= Date.parse(state.startedAt) + SLACK_MS
}
