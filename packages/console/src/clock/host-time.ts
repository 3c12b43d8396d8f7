/**
 * What time it is for the host and, on the same machine, the engine. All times that are shown beside theirs ("Working 0:42", "5 min") are
 * reckoned with it: the browser may run on another machine, and its clock may be minutes off. Between two messages the page's own monotonic
 * clock counts, so that setting the browser's clock moves nothing.
 */
import { makeHostOffset } from './host-offset.ts'

/** A correction that a reader could see. Milliseconds. */
const VISIBLE_MS = 500

const offset = makeHostOffset()
let corrected = (): void => undefined

/** Unix milliseconds of the host's clock; the browser's until the host was heard. */
export const hostNow = (): number => {
  const base = offset.value()
  return base === undefined ? Date.now() : Math.round(performance.now() + base)
}

/** The host told its time, just now. */
export const hearHostTime = (hostTime: number): void => {
  const before = hostNow()
  offset.heard(hostTime, performance.now())
  if (Math.abs(hostNow() - before) >= VISIBLE_MS) corrected()
}

/** Tells the one who shows times of corrections that a reader could see. */
export const onHostTimeCorrected = (listener: () => void): void => {
  corrected = listener
}
