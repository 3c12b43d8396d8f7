import { expect, it } from 'vitest'
import { CONNECTING, type Connection } from './pty/connection.ts'
import { statusOf, type StatusFacts } from './status-text.ts'

const facts = (connection: Connection, more: Partial<StatusFacts> = {}): StatusFacts => ({
  connection,
  health: 'healthy',
  opened: true,
  refused: false,
  cleaned: 0,
  ...more,
})
const trying = (failures: number): Connection => ({ name: 'reconnecting', failures })
const exited = (code: number | null): Connection => ({ name: 'exited', code })

it.each([
  ['open', facts({ name: 'open' }), undefined, undefined],
  [
    'a paste that was cleaned',
    facts({ name: 'open' }, { cleaned: 1 }),
    '1 control character left out of the paste A terminal would read them as keys.',
    undefined,
  ],
  ['connecting', facts(CONNECTING), 'Connecting…', undefined],
  ['a blink', facts(trying(0)), 'Reconnecting…', undefined],
  ['a failed try', facts(trying(1)), 'Reconnecting… Typing is paused until then.', undefined],
  [
    'typed meanwhile',
    facts(trying(2), { refused: true }),
    'Reconnecting… What you typed was not sent.',
    undefined,
  ],
  [
    'no server',
    facts(trying(3), { health: 'offline' }),
    'Server offline Start it under Servers, or run kilo daemon start.',
    undefined,
  ],
  [
    'typed without a server',
    facts(trying(3), { health: 'unhealthy', refused: true }),
    'Server offline What you typed was not sent. Start it under Servers, or run kilo daemon start.',
    undefined,
  ],
  [
    'a server that starts',
    facts(trying(1), { health: 'starting' }),
    'Reconnecting… Typing is paused until then.',
    undefined,
  ],
  ['exit 3', facts(exited(3)), 'exited (3)', 'Restart'],
  ['exit 0', facts(exited(0)), 'exited (0)', 'Restart'],
  ['exit unknown', facts(exited(null)), 'exited', 'Restart'],
  [
    'exit before it was seen',
    facts(exited(3), { opened: false }),
    'exited (3) Its output is no longer kept.',
    'Restart',
  ],
  [
    'lost',
    facts({ name: 'lost' }),
    'lost The server no longer has this terminal; it was probably restarted.',
    'Reopen here',
  ],
])('fault 54: %s', (_what, known, text, offer) => {
  const status = statusOf(known)
  expect(status && [status.text, status.hint].filter(Boolean).join(' ')).toBe(text)
  expect(status?.offer).toBe(offer)
})
