/** What a terminal's connection is doing, and what may become of what the user types meanwhile. No I/O. */

/**
 * `connecting`: the first try. `open`: bytes flow. `reconnecting`: lost, trying again; `failures` tries failed since.
 * `exited`: the shell ended, `code` is null until the engine's event names it. `lost`: the engine knows no such terminal.
 */
export type Connection =
  | { name: 'connecting' }
  | { name: 'open' }
  | { name: 'reconnecting'; failures: number }
  | { name: 'exited'; code: number | null }
  | { name: 'lost' }

/**
 * `opened`: replay and live output follow. `dropped`: a connection or a try failed. `ended`: closed because the shell ended (code 1000).
 * `gone`: the engine answered 404. `exit-code`: the event stream told how the shell ended, before or after the close.
 */
export type ConnectionChange =
  | { type: 'opened' }
  | { type: 'dropped' }
  | { type: 'ended' }
  | { type: 'gone' }
  | { type: 'exit-code'; code: number }

export const CONNECTING: Connection = { name: 'connecting' }

function afterDrop(before: Connection): Connection {
  if (before.name === 'open') return { name: 'reconnecting', failures: 0 }
  return { name: 'reconnecting', failures: before.name === 'reconnecting' ? before.failures + 1 : 1 }
}

/** The state after a change. `exited` and `lost` are final, but for the exit code that arrives late (faults.md 54). */
export function nextConnection(before: Connection, change: ConnectionChange): Connection {
  if (change.type === 'exit-code') return { name: 'exited', code: change.code }
  if (isFinal(before)) return before
  switch (change.type) {
    case 'opened':
      return { name: 'open' }
    case 'dropped':
      return afterDrop(before)
    case 'ended':
      return { name: 'exited', code: null }
    case 'gone':
      return { name: 'lost' }
  }
}

/** Nothing more will come of it: no try is made any more. */
export function isFinal(connection: Connection): boolean {
  return connection.name === 'exited' || connection.name === 'lost'
}

/**
 * What happens to typed text. It is held while the first try since the loss runs, so that a blink loses no key; after that it is
 * refused visibly: a command sent minutes later, into a shell one no longer looks at, could do harm.
 */
export function fateOfInput(connection: Connection): 'send' | 'hold' | 'refuse' {
  switch (connection.name) {
    case 'open':
      return 'send'
    case 'connecting':
      return 'hold'
    case 'reconnecting':
      return connection.failures === 0 ? 'hold' : 'refuse'
    case 'exited':
    case 'lost':
      return 'refuse'
  }
}
