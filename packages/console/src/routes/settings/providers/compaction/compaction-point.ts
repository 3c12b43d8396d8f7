/** PURE: at how many tokens the engine compacts a session. As it reckons itself, measured on 7.7.7 (docs/engine.md, "Compaction"). */
import type { ProviderModel } from '../../../../../shared/providers.ts'

export interface CompactionSettings {
  /** It compacts by itself. */
  auto: boolean
  thresholdPercent?: number | undefined
  reserved?: number | undefined
}

/** What the engine asks for at most, whatever a model could say. */
const MOST_OUTPUT = 32_000
/** What it keeps free of a model’s input where nothing is said. */
const USUAL_RESERVE = 20_000

export interface CompactionPoint {
  context: number
  input?: number
  /** Kept free: for the answer, or of the input limit. */
  reserve: number
  /** What makes the reserve: the setting, the answer, or what is usual. */
  reserveIs: 'setting' | 'answer' | 'usual'
  /** Once an answer has brought a session to so many tokens, with thoughts and what was cached. */
  after: number
  /** Before a request of about so many tokens; absent: it is not looked at then. */
  before?: number
}

/** Undefined: it never compacts. */
export function compactionPoint(
  { context, input, output }: ProviderModel['limit'],
  { auto, thresholdPercent, reserved }: CompactionSettings,
): CompactionPoint | undefined {
  if (!auto || context === 0) return undefined
  const answer = Math.min(output, MOST_OUTPUT) || MOST_OUTPUT
  const reserve = input ? (reserved ?? Math.min(USUAL_RESERVE, answer)) : answer
  const after = Math.max(0, (input || context) - reserve)
  return {
    context,
    ...(input && { input }),
    reserve,
    reserveIs: input ? (reserved === undefined ? 'usual' : 'setting') : 'answer',
    after,
    ...(thresholdPercent !== undefined && {
      before: Math.min(after, Math.floor((context * thresholdPercent) / 100)),
    }),
  }
}
