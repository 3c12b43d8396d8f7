import { createStore } from 'solid-js/store'

const [counts, setCounts] = createStore<Record<string, number>>({})

/** How much of what this server answered to this page was not what it should be, and was dropped. Reactive. */
export function droppedHere(serverId: string): number {
  return counts[serverId] ?? 0
}

export function noteDropped(serverId: string, count: number): void {
  setCounts(serverId, (before = 0) => before + count)
}
