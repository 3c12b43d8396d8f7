/** For tests: how often a fuzz test tries, and what it counted. `npm run fuzz` tries 100,000 times. */
import { parseBounded } from '../src/edge/bounded-json.ts'
import { bagOf } from '../src/edge/bounds.ts'
import { checkEvent, type EngineEvent } from '../src/edge/event.ts'
import { jsonLimits } from '../src/edge/limits.ts'

declare const process: { env: Record<string, string | undefined>; stdout: { write(text: string): void } }

/** In the suite: enough to find again what was found once. */
const FEW = 1200

const asked = Number(process.env['KILO_FUZZ_RUNS'])

/** The same cases every time in the suite, others each time when more are asked for. */
export const fuzz = asked > 0 ? { numRuns: asked } : { numRuns: FEW, seed: 9 }

export function report(name: string, counts: Record<string, number>): void {
  if (asked > 0) process.stdout.write(`${name}: ${JSON.stringify(counts)}\n`)
}

/** What is left of an event of that text where it has come in: the event as it is passed on, or nothing. */
export function heardOf(text: string): EngineEvent | undefined {
  try {
    const { type, properties } = bagOf(bagOf(parseBounded(text, jsonLimits.eventValues))['payload'])
    const event = checkEvent(String(type), properties)
    return typeof event === 'string' ? undefined : event
  } catch {
    return undefined
  }
}
