/** What was used lately, by its id: names of files, agents, commands and models, no text of a prompt. Kept in this browser. */

const KEY = 'kilo-console.recent.'
const MOST = 30
const LONGEST = 400

type Kind = 'mentions' | 'commands' | 'models'

// Storage throws where the browser forbids it, and holds whatever anybody wrote into it.
export function recentOf(kind: Kind): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY + kind) ?? '[]')
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string').slice(0, MOST) : []
  } catch {
    return []
  }
}

export function noteUse(kind: Kind, id: string): void {
  if (id.length > LONGEST) return
  const next = [id, ...recentOf(kind).filter((each) => each !== id)].slice(0, MOST)
  try {
    localStorage.setItem(KEY + kind, JSON.stringify(next))
  } catch {
    // Nothing to tell: the order is that of the names then.
  }
}

/** The paths that were named lately in one folder, the last one first. */
export function recentMentions(directory: string): string[] {
  const head = `${directory}\n`
  return recentOf('mentions').flatMap((id) => (id.startsWith(head) ? [id.slice(head.length)] : []))
}
