/** One engine's event stream, kept up: what breaks is opened again, with a pause that grows. */
import { LONGEST_PAUSE_MS, makePace } from '../../shared/pace.ts'
import type { Target } from '../http/proxy.ts'
import { parseEngineEvent, type EngineMessage } from './engine-event.ts'
import { makeRunningText, type RunningText } from './running-text.ts'
import type { SseItem } from './sse.ts'
import { makeStream } from './stream.ts'

/** The engine sends a heartbeat every 10 s: two were missed. */
const SILENCE_MS = 25_000

export interface UpstreamListener {
  /** A stream begins; what was before it is unknown. */
  connected(): void
  /** Its first word after the greeting. What happened between the two may be missed: a greeting says nothing of what it listens to yet. */
  speaking(): void
  message(message: EngineMessage): void
  /** An event was not what it should be; it is not passed on. */
  strange(): void
  /** An event was too large to pass on. */
  overflow(): void
  /** The stream broke or could not be opened: a good moment to look at the server's health. */
  lost(): void
}

export interface Upstream {
  /** Opens now what waits to be opened again. */
  retry: () => void
  dispose: () => void
}

/** Starts at once. */
export function makeUpstream(target: Target, to: UpstreamListener, silenceMs: number = SILENCE_MS): Upstream {
  const pace = makePace(open, { patient: true })
  let end: () => void
  /** Of this stream. The first is the greeting. */
  let items = 0
  let running: RunningText | undefined

  function hear(item: SseItem): void {
    items += 1
    if (items === 2) to.speaking()
    if ('overflow' in item) return to.overflow()
    const heard = parseEngineEvent(item.data, target.secrets)
    if (heard === 'strange') to.strange()
    else if (typeof heard !== 'string') say(heard)
  }

  function say(heard: EngineMessage): void {
    const message = running ? running.masked(heard) : heard
    if (message) to.message(message)
  }

  function open(): void {
    const openedAt = performance.now()
    const closed = () => {
      // A stream that opens and breaks at once must not be asked for in a tight loop.
      if (performance.now() - openedAt > LONGEST_PAUSE_MS) pace.reset()
      pace.later()
      end = () => pace.dispose()
      to.lost()
    }
    const opened = () => {
      items = 0
      running = target.secrets && makeRunningText(target.secrets)
      to.connected()
    }
    end = makeStream(target, silenceMs, { opened, item: hear, closed })
  }

  open()
  return { retry: () => pace.hurry(), dispose: () => end() }
}
