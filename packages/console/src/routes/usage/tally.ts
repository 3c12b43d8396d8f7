/** What sessions took, added up. Pure. */
import type { TokenCounts, UsageRow } from '../../../shared/usage.ts'
import { spansOf, startOf, type Range, type Span, type Step } from './spans.ts'

/** What is compared. */
export type Measure = 'cost' | 'tokens'

export interface CountedRow extends UsageRow {
  serverId: string
}

export interface Sum {
  cost: number
  tokens: TokenCounts
  sessions: number
}

/** What fell to one project or model. */
export interface Share extends Sum {
  id: string
  /** A session of it, for its name. */
  one: CountedRow
}

export interface Tally {
  total: Sum
  step: Step
  bars: (Span & { sum: Sum })[]
  /** The largest first, by the measure. */
  projects: Share[]
  models: Share[]
  rows: CountedRow[]
}

const noTokens = (): TokenCounts => ({ input: 0, output: 0, reasoning: 0, cacheRead: 0, cacheWrite: 0 })
const nothing = (): Sum => ({ cost: 0, tokens: noTokens(), sessions: 0 })

export const tokensOf = ({ input, output, reasoning, cacheRead, cacheWrite }: TokenCounts): number =>
  input + output + reasoning + cacheRead + cacheWrite

export const valueOf = ({ cost, tokens }: Pick<Sum, 'cost' | 'tokens'>, measure: Measure): number =>
  measure === 'cost' ? cost : tokensOf(tokens)

/** Those that began in the range. `now`: Unix milliseconds. Servers of one home know the same sessions: each counts once. */
export function tallyOf(
  all: readonly CountedRow[],
  { range, measure, now }: { range: Range; measure: Measure; now: number },
): Tally {
  const since = startOf(range, now)
  const known = new Map<string, CountedRow>()
  for (const row of all) if (row.created >= since && !known.has(row.id)) known.set(row.id, row)
  const rows = [...known.values()].toSorted(byValue(measure))
  const oldest = rows.reduce((least, { created }) => Math.min(least, created), now)
  const { step, spans } = spansOf(range, oldest, now)
  return {
    total: rows.reduce(add, nothing()),
    step,
    bars: barsOf(spans, rows),
    projects: sharesOf(rows, measure, ({ project }) => project.id),
    models: sharesOf(rows, measure, ({ model }) => (model ? `${model.providerID}/${model.modelID}` : '')),
    rows,
  }
}

/** Added to what is given, which is the caller's own. */
function add(sum: Sum, { cost, tokens }: UsageRow): Sum {
  sum.cost += cost
  sum.sessions += 1
  for (const kind of Object.keys(sum.tokens) as (keyof TokenCounts)[]) sum.tokens[kind] += tokens[kind]
  return sum
}

const byValue =
  (measure: Measure) =>
  (a: Pick<Sum, 'cost' | 'tokens'>, b: Pick<Sum, 'cost' | 'tokens'>): number =>
    valueOf(b, measure) - valueOf(a, measure)

function barsOf(spans: readonly Span[], rows: readonly CountedRow[]): Tally['bars'] {
  const bars = spans.map((span) => ({ ...span, sum: nothing() }))
  const inOrder = rows.toSorted((a, b) => a.created - b.created)
  let at = 0
  for (const row of inOrder) {
    while (row.created >= (bars[at]?.to ?? Infinity)) at += 1
    const bar = bars[at]
    // A clock of another machine may be ahead: what is not yet counts today.
    if (bar ? row.created >= bar.from : true) add((bar ?? bars.at(-1))?.sum ?? nothing(), row)
  }
  return bars
}

function sharesOf(rows: readonly CountedRow[], measure: Measure, idOf: (row: CountedRow) => string): Share[] {
  const shares = new Map<string, Share>()
  for (const row of rows) {
    const id = idOf(row)
    const share = shares.get(id) ?? { ...nothing(), id, one: row }
    add(share, row)
    shares.set(id, share)
  }
  return [...shares.values()].toSorted(byValue(measure))
}

/** The end of a scale, of which half is a round figure too; never nothing. */
export function ceilingOf(most: number): number {
  if (!(most > 0)) return 1
  const power = 10 ** Math.floor(Math.log10(most))
  const step = [1, 2, 3, 4, 5, 6, 8, 10].find((each) => each * power >= most * (1 - 1e-9)) ?? 10
  return step * power
}
