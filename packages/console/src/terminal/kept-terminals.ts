/** Which terminals keep their screen while another one is shown. Pure. */
import type { Terminal } from '../store/types.ts'

/** Each has a scrollback of some megabytes and a connection: the least recently shown one goes. */
const MOST = 6

export interface KeptTerminal {
  serverId: string
  terminal: Terminal
}

const isSame = (a: KeptTerminal, b: KeptTerminal) =>
  a.serverId === b.serverId && a.terminal.id === b.terminal.id

/** The kept ones after `shown` came on screen, the most recent last. Known entries keep their identity, and with it their screen. */
export function keepTerminal(kept: readonly KeptTerminal[], shown: KeptTerminal): KeptTerminal[] {
  const known = kept.find((each) => isSame(each, shown)) ?? shown
  return [...kept.filter((each) => each !== known), known].slice(-MOST)
}
