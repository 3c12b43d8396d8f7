/** Numbers, sizes and times as people read them. Pure: the clock is an argument. English, since the interface is. */

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const plain = new Intl.NumberFormat('en')
const cents = new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
const exact = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'medium' })
const clock = new Intl.DateTimeFormat('en', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})
const dayOfYear = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short' })
const dayOfAnyYear = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', year: 'numeric' })

/**
 * How long ago `at` was, seen from `now` (both Unix milliseconds): "now", "5 min", "3 h", "2 d", then the date. A time in the future is
 * "now", because clocks of two processes differ.
 */
export const formatRelative = (at: number, now: number): string => {
  const age = now - at
  if (age < MINUTE) return 'now'
  if (age < HOUR) return `${Math.floor(age / MINUTE)} min`
  if (age < DAY) return `${Math.floor(age / HOUR)} h`
  if (age < 7 * DAY) return `${Math.floor(age / DAY)} d`
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear()
  return (sameYear ? dayOfYear : dayOfAnyYear).format(at)
}

/** The moment in full, in the reader's time zone. `at` is Unix milliseconds. */
export const formatExact = (at: number): string => exact.format(at)

/** The time of day to the second, "07:15:32", in the reader's time zone. */
export const formatClock = (at: number): string => clock.format(at)

/** A running clock, "0:42", "12:05" or "1:02:33", of `ms` milliseconds. Negative counts as zero. */
export const formatElapsed = (ms: number): string => {
  const seconds = Math.max(0, Math.floor(ms / SECOND))
  const two = (value: number) => String(value).padStart(2, '0')
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`
}

/** How long something took: "12 ms", "3.1 s", "2 m 5 s", "1 h 4 m". */
export const formatDuration = (ms: number): string => {
  if (ms < SECOND) return `${Math.max(0, Math.round(ms))} ms`
  const seconds = Math.floor(ms / SECOND)
  if (seconds < 10) return `${(Math.floor(ms / 100) / 10).toFixed(1)} s`
  if (seconds < 60) return `${seconds} s`
  if (seconds < 3600) return `${Math.floor(seconds / 60)} m ${seconds % 60} s`
  return `${Math.floor(seconds / 3600)} h ${Math.floor(seconds / 60) % 60} m`
}

const BYTE_UNITS = ['B', 'KB', 'MB', 'GB', 'TB']

/** A size in powers of 1024 with three figures at most: "0 B", "1.4 KB", "412 MB". */
export const formatBytes = (bytes: number): string => {
  let unit = 0
  let size = Math.max(0, bytes)
  // 999.5 and not 1024, so that "1000 MB" becomes "0.98 GB" and the column keeps its width.
  while (size >= 999.5 && unit < BYTE_UNITS.length - 1) {
    size /= 1024
    unit += 1
  }
  const digits = unit === 0 || size >= 9.95 ? 0 : size >= 1 ? 1 : 2
  return `${size.toFixed(digits)} ${BYTE_UNITS[unit]}`
}

/** A count with separators: "12,345". */
export const formatCount = (count: number): string => plain.format(count)

/** A large count in few characters: "950", "12.3k", "1.2M". */
export const formatCompact = (count: number): string => {
  if (count < 1000) return String(count)
  const [size, unit] = count < 999_500 ? [count / 1000, 'k'] : [count / 1_000_000, 'M']
  return `${size >= 99.5 ? Math.round(size) : Number(size.toFixed(1))}${unit}`
}

/** `part` of `whole` in whole per cent; nothing of nothing is 0 %. */
export const formatPercent = (part: number, whole = 100): string =>
  `${whole > 0 ? Math.round((part / whole) * 100) : 0}%`

/** A price in US dollars: "$0.0042", "$1.30", "$1,000.00"; small ones keep two figures. */
export const formatCost = (dollars: number): string =>
  `$${dollars > 0 && dollars < 0.01 ? dollars.toFixed(4) : cents.format(dollars)}`

/** "1 file", "2 files"; `many` for an irregular plural. */
export const formatPlural = (count: number, one: string, many = `${one}s`): string =>
  `${plain.format(count)} ${count === 1 ? one : many}`
