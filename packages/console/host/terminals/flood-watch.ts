/**
 * PURE. When a terminal prints faster than its engine can take. The engine has no flow control: what it has read and not yet worked off it
 * keeps, 9 MB of `yes` as 900 MB, and for as long as that takes (8 s on a busy machine) it answers nobody. So a terminal that is too
 * far ahead is halted until the engine has caught up, as flow control would; one that does not come to an end, or for which there is no
 * memory left, until somebody decides.
 */

/** Less than this in a second is what people read and programs log; the engine takes many times as much. */
const FLOOD_BYTES = 256 << 10
const SECOND_MS = 1000
/** So far ahead a terminal may be of what the engine has worked off: some 25 MB of memory, and half a second on a busy machine. */
const AHEAD_BYTES = 256 << 10
/** The engine grew by so much since the flood began, though it answers. */
const GROWTH_BYTES = 128 << 20
/** From here on there is none to spare: with what is on its way it stays below 1.5 GB. */
const CEILING_BYTES = 2 ** 30
/** A flood that had to be paused is let go on by itself until it has printed this: a large build log has ended by then, `yes` has not. */
const MOST_BYTES = 24 << 20
/** Paused for longer than this it is said, whatever keeps the engine. */
const PATIENCE_MS = 10_000
/** In one look: less is a prompt, or the last words of what has ended. */
const STILL_PRINTS_BYTES = 4 << 10
/** A terminal that was quiet for so long begins anew. */
const QUIET_MS = 10_000

/** Both `pause` and `hold` halt it; what is held is said, and waits for a person, or for the engine if that is all that it waits for. */
export type FloodAct = 'pause' | 'resume' | 'hold'

export interface FloodLook {
  /** Monotonic milliseconds. */
  at: number
  rssBytes: number
  /** Bytes by terminal since the last look; all terminals there are. */
  printed: ReadonlyMap<string, number>
}

export interface FloodWatch {
  /** What to do now, and with which terminals. */
  look(look: FloodLook): Map<string, FloodAct>
  /** The engine has answered a question that was put to it at this time: what it had read by then it has worked off. */
  answered(askedAt: number): void
  /** Somebody let it go on: it begins anew. */
  continued(ptyID: string): void
  /** Whether any terminal prints so much, or waits, that looks should be frequent. */
  isBusy(): boolean
}

interface Flow {
  printed: { at: number; bytes: number }[]
  floodedAt: number
  /** The engine's memory when the flood began, or was let go on. */
  baseBytes: number
  /** What it has printed since then, pauses or not. */
  floodBytes: number
  /** Waits for the engine since then; undefined: it does not. */
  pausedAt?: number
  /** Waits for a person. */
  isHeld: boolean
  isSaid: boolean
}

const newFlow = (): Flow => ({
  printed: [],
  floodedAt: Number.NEGATIVE_INFINITY,
  baseBytes: 0,
  floodBytes: 0,
  isHeld: false,
  isSaid: false,
})

export function makeFloodWatch(): FloodWatch {
  const flows = new Map<string, Flow>()
  let answeredTo = Number.NEGATIVE_INFINITY

  return {
    look({ at, rssBytes, printed }) {
      for (const ptyID of flows.keys()) if (!printed.has(ptyID)) flows.delete(ptyID)
      const acts = new Map<string, FloodAct>()
      for (const [ptyID, bytes] of printed) {
        const flow = flows.get(ptyID) ?? newFlow()
        flows.set(ptyID, flow)
        note(flow, { at, bytes, rssBytes })
        const act = decide(flow, { at, bytes, rssBytes, answeredTo })
        if (act) acts.set(ptyID, act)
      }
      return acts
    },
    answered: (askedAt) => void (answeredTo = Math.max(answeredTo, askedAt)),
    continued: (ptyID) => void flows.set(ptyID, newFlow()),
    isBusy: () => [...flows.values()].some((flow) => flow.pausedAt !== undefined || flow.printed.length > 0),
  }
}

const sum = (printed: Flow['printed'], since: number) =>
  printed.reduce((total, { at, bytes }) => (at > since ? total + bytes : total), 0)

function note(flow: Flow, { at, bytes, rssBytes }: { at: number; bytes: number; rssBytes: number }): void {
  flow.printed.push({ at, bytes })
  const isFlood = sum(flow.printed, at - SECOND_MS) >= FLOOD_BYTES
  if (isFlood && flow.floodedAt === Number.NEGATIVE_INFINITY) flow.baseBytes = rssBytes
  if (isFlood) flow.floodedAt = at
  flow.floodBytes += flow.floodedAt === Number.NEGATIVE_INFINITY ? 0 : bytes
  if (at - flow.floodedAt > QUIET_MS && !flow.isHeld && flow.pausedAt === undefined) {
    const recent = flow.printed.filter((one) => at - one.at < SECOND_MS && one.bytes > 0)
    Object.assign(flow, newFlow(), { printed: recent })
  }
}

interface Now {
  at: number
  bytes: number
  rssBytes: number
  answeredTo: number
}

/** Changes the flow with what it decides. */
function decide(flow: Flow, { at, bytes, rssBytes, answeredTo }: Now): FloodAct | undefined {
  if (flow.isHeld) return undefined
  if (flow.pausedAt !== undefined)
    return decidePaused(flow, { at, rssBytes, answeredTo, pausedAt: flow.pausedAt })
  flow.printed = flow.printed.filter((one) => one.at > answeredTo || at - one.at < SECOND_MS)
  if (at - flow.floodedAt > SECOND_MS || bytes < STILL_PRINTS_BYTES) return undefined
  const isAhead = sum(flow.printed, answeredTo) >= AHEAD_BYTES
  if (!isAhead && rssBytes - flow.baseBytes < GROWTH_BYTES) return undefined
  flow.isHeld = flow.floodBytes >= MOST_BYTES || rssBytes >= CEILING_BYTES
  if (!flow.isHeld) flow.pausedAt = at
  return flow.isHeld ? 'hold' : 'pause'
}

type Paused = Omit<Now, 'bytes'> & { pausedAt: number }

function decidePaused(flow: Flow, { at, rssBytes, answeredTo, pausedAt }: Paused): FloodAct | undefined {
  if (answeredTo > pausedAt && rssBytes < CEILING_BYTES) {
    delete flow.pausedAt
    Object.assign(flow, { printed: [], baseBytes: rssBytes, floodedAt: at, isSaid: false })
    return 'resume'
  }
  if (flow.isSaid || at - pausedAt < PATIENCE_MS) return undefined
  flow.isSaid = true
  return 'hold'
}
