/** Days, weeks and months of the reader's calendar. Pure: the clock is an argument, the time zone is the machine's. */

export type Range = '7' | '30' | '90' | 'all'

export const RANGES: readonly { value: Range; title: string }[] = [
  { value: '7', title: '7 days' },
  { value: '30', title: '30 days' },
  { value: '90', title: '90 days' },
  { value: 'all', title: 'All time' },
]

export interface Span {
  /** Unix milliseconds; `to` is the beginning of what follows. */
  from: number
  to: number
  label: string
}

export type Step = 'day' | 'week' | 'month'

/** More bars than that are too thin for a phone. */
const MOST = 92

const dayName = new Intl.DateTimeFormat('en', { weekday: 'short', day: 'numeric', month: 'short' })
const weekName = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', year: 'numeric' })
const timeOfDay = new Intl.DateTimeFormat('en', { timeStyle: 'short' })
const dayAndTime = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' })
const monthName = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric' })

/** By the calendar: a day has 23 hours where clocks go forward. */
const dayFrom = (at: number, days = 0): number => {
  const date = new Date(at)
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days).getTime()
}

/** "9:57 PM"; of another day than that of `now` with its date. */
export const momentOf = (at: number, now: number): string =>
  (dayFrom(at) === dayFrom(now) ? timeOfDay : dayAndTime).format(at)

/** When the range begins, Unix milliseconds: midnight, so that `7` is today and six days before it. */
export const startOf = (range: Range, now: number): number =>
  range === 'all' ? 0 : dayFrom(now, 1 - Number(range))

/** The parts that a range is shown in, without a gap, oldest first. `oldest`: what of it there is. */
export function spansOf(range: Range, oldest: number, now: number): { step: Step; spans: Span[] } {
  const from = range === 'all' ? Math.min(oldest, now) : startOf(range, now)
  for (const step of ['day', 'week'] as const) {
    const spans = walk(step, from, now)
    if (spans.length <= MOST) return { step, spans }
  }
  // Seven years of months; of what is older the plot shows nothing.
  return { step: 'month', spans: walk('month', from, now).slice(-MOST) }
}

function walk(step: Step, from: number, now: number): Span[] {
  const spans: Span[] = []
  // One more than fits says that it does not; months are few.
  const most = step === 'month' ? Infinity : MOST
  for (let at = beginningOf(step, from); at <= now && spans.length <= most;) {
    const to = nextOf(step, at)
    spans.push({ from: at, to, label: labelOf(step, at) })
    at = to
  }
  return spans
}

function beginningOf(step: Step, at: number): number {
  const date = new Date(at)
  // Monday begins a week.
  if (step === 'week') return dayFrom(at, -((date.getDay() + 6) % 7))
  return step === 'day' ? dayFrom(at) : new Date(date.getFullYear(), date.getMonth()).getTime()
}

function nextOf(step: Step, at: number): number {
  const date = new Date(at)
  if (step === 'month') return new Date(date.getFullYear(), date.getMonth() + 1).getTime()
  return dayFrom(at, step === 'day' ? 1 : 7)
}

function labelOf(step: Step, at: number): string {
  if (step === 'day') return dayName.format(at)
  return step === 'week' ? `week of ${weekName.format(at)}` : monthName.format(at)
}
