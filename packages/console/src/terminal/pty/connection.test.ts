import { describe, expect, it } from 'vitest'
import {
  CONNECTING,
  fateOfInput,
  nextConnection,
  type Connection,
  type ConnectionChange,
} from './connection.ts'

const open: Connection = { name: 'open' }
const lost: Connection = { name: 'lost' }
const exited = (code: number | null): Connection => ({ name: 'exited', code })
const reconnecting = (failures: number): Connection => ({ name: 'reconnecting', failures })

const opened: ConnectionChange = { type: 'opened' }
const dropped: ConnectionChange = { type: 'dropped' }
const ended: ConnectionChange = { type: 'ended' }
const gone: ConnectionChange = { type: 'gone' }
const code: ConnectionChange = { type: 'exit-code', code: 3 }

describe('fault 51, 54: a terminal connection', () => {
  it.each<[string, Connection, ConnectionChange, Connection]>([
    ['opens', CONNECTING, opened, open],
    ['fails its first try', CONNECTING, dropped, reconnecting(1)],
    ['finds no terminal', CONNECTING, gone, lost],
    ['hears the exit before it opened', CONNECTING, code, exited(3)],
    ['is dropped', open, dropped, reconnecting(0)],
    ['ends with its shell', open, ended, exited(null)],
    ['hears the exit code before the close', open, code, exited(3)],
    ['fails again', reconnecting(0), dropped, reconnecting(1)],
    ['fails a third time', reconnecting(2), dropped, reconnecting(3)],
    ['comes back', reconnecting(4), opened, open],
    ['comes back to a restarted engine', reconnecting(4), gone, lost],
    ['learns that the shell ended meanwhile', reconnecting(1), code, exited(3)],
    ['learns the code after the close', exited(null), code, exited(3)],
    ['keeps the code when the close comes later', exited(3), ended, exited(3)],
    ['was lost because the shell had ended', lost, code, exited(3)],
    ['stays lost', lost, dropped, lost],
    ['stays exited', exited(3), dropped, exited(3)],
    ['does not open again', exited(3), opened, exited(3)],
  ])('%s', (_what, before, change, after) => {
    expect(nextConnection(before, change)).toEqual(after)
  })

  it.each<[Connection, ReturnType<typeof fateOfInput>]>([
    [CONNECTING, 'hold'],
    [open, 'send'],
    [reconnecting(0), 'hold'],
    [reconnecting(1), 'refuse'],
    [exited(0), 'refuse'],
    [lost, 'refuse'],
  ])('with %o input: %s', (connection, fate) => {
    expect(fateOfInput(connection)).toBe(fate)
  })
})
