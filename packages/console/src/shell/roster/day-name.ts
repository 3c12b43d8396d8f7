const weekday = new Intl.DateTimeFormat('en', { weekday: 'long' })
const month = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric' })
const DAY_MS = 24 * 60 * 60 * 1000

/** "Today", "Yesterday", the day's name within a week, then the month, in the reader's time zone. Both are Unix milliseconds. Pure. */
export function dayName(at: number, now: number): string {
  // Rounded, for a day in which the clocks change has 23 or 25 hours.
  const days = Math.round((startOf(now) - startOf(at)) / DAY_MS)
  if (days <= 0) return 'Today'
  if (days === 1) return 'Yesterday'
  return (days < 7 ? weekday : month).format(at)
}

const startOf = (at: number) => new Date(at).setHours(0, 0, 0, 0)
