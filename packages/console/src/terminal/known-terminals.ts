/**
 * The terminals that this browser has shown before. The replay of a new one may hold a question that still waits for its answer (some
 * shells ask at their start and wait for seconds); in all others the questions are past (reports.ts).
 */
const KEY = 'kilo-console.terminals'
const MOST = 200

function read(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : []
  } catch {
    return []
  }
}

/** Whether the terminal is new to this browser; from now on it is not. */
export function meetTerminal(ptyId: string): boolean {
  const known = read()
  if (known.includes(ptyId)) return false
  try {
    localStorage.setItem(KEY, JSON.stringify([...known, ptyId].slice(-MOST)))
  } catch {
    // A browser that keeps nothing: every terminal is new to it.
  }
  return true
}
