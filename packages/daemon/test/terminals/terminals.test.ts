import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { once } from 'node:events'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { makeOutputMeter, programOf } from '../../src/terminals/output.ts'
import { findTerminals, haltGroup, isEndAwaited, resumeGroup } from '../../src/terminals/terminals.ts'

/** `script` stands for the engine: it holds the terminal's other end, and the shell is its child. */
let engine: ChildProcessWithoutNullStreams
beforeEach(() => {
  const env = { PATH: process.env['PATH'], TERM: 'dumb', KILO_PTY_ID: 'pty_test' }
  engine = spawn('script', ['-qfc', 'exec bash --norc -i', '/dev/null'], { env })
  engine.stdout.resume()
})
afterEach(async () => {
  const ended = once(engine, 'close')
  engine.stdin.end()
  engine.kill('SIGKILL')
  await ended
  await vi.waitFor(async () => expect(await groupsOf()).toEqual([]))
})

const terminalNow = async () => (await findTerminals({ pid: engine.pid ?? 0 }))[0]
const groupsOf = async () => (await terminalNow())?.groups ?? []

/** The terminal, once this command is in it; by default with the keyboard. */
async function running(command: string, isForeground = true) {
  return vi.waitFor(
    async () => {
      const terminal = await terminalNow()
      for (const group of terminal?.groups ?? []) {
        if (group.isForeground === isForeground && (await programOf(group)) === command && terminal)
          return { terminal, group }
      }
      throw new Error(`${command} does not run`)
    },
    { timeout: 10_000 },
  )
}

describe.skipIf(process.platform !== 'linux')('fault 75: a command in a terminal', () => {
  it('is halted with its shell, keeps the keyboard, and goes on', async () => {
    engine.stdin.write('sleep 1000\n')
    const { terminal, group } = await running('sleep')
    expect(terminal.ptyID).toBe('pty_test')
    expect(await haltGroup(terminal, group)).toBe(true)
    await vi.waitFor(async () => expect((await running('sleep')).group.isStopped).toBe(true))
    expect(await resumeGroup(group)).toBe(true)
    await vi.waitFor(async () => expect((await running('sleep')).group.isStopped).toBe(false))
  })

  it('hears Ctrl-C though it is halted', async () => {
    engine.stdin.write('sleep 1000\n')
    const { terminal, group } = await running('sleep')
    await haltGroup(terminal, group)
    expect(isEndAwaited(group)).toBe(false)
    // As the terminal does at the key: `script` stops itself when its child is stopped, and passes none on.
    process.kill(-group.id, 'SIGINT')
    await vi.waitFor(() => expect(isEndAwaited(group)).toBe(true))
    await resumeGroup(group)
    await running('bash')
    await vi.waitFor(async () => expect(await groupsOf()).toHaveLength(1))
  })

  it('is put aside by Ctrl-Z though it is halted', async () => {
    engine.stdin.write('sleep 1000\n')
    const { terminal, group } = await running('sleep')
    await haltGroup(terminal, group)
    process.kill(-group.id, 'SIGTSTP')
    await vi.waitFor(() => expect(isEndAwaited(group)).toBe(true))
    await resumeGroup(group)
    await running('bash')
    expect((await running('sleep', false)).group.isStopped).toBe(true)
  })

  it('is halted alone when it runs in the background', async () => {
    engine.stdin.write('sleep 1000 &\n')
    const { terminal, group } = await running('sleep', false)
    expect(await haltGroup(terminal, group)).toBe(true)
    await vi.waitFor(async () => expect((await running('sleep', false)).group.isStopped).toBe(true))
    expect((await running('bash')).group.isStopped).toBe(false)
  })

  it('is left alone when another has the keyboard by now', async () => {
    engine.stdin.write('sleep 1000\n')
    const { terminal, group } = await running('sleep')
    engine.stdin.write('\x03')
    const shell = await running('bash')
    expect(await haltGroup(terminal, group)).toBe(false)
    expect(
      await haltGroup(
        { ...terminal, shell: { ...terminal.shell, identity: { startTime: '1', bootId: '' } } },
        shell.group,
      ),
    ).toBe(false)
    expect((await running('bash')).group.isStopped).toBe(false)
  })

  it('is measured by what it prints', async () => {
    const meter = makeOutputMeter()
    meter.look(engine.pid ?? 0)
    await running('bash')
    engine.stdin.write('yes\n')
    const { terminal, group } = await running('yes')
    await vi.waitFor(() => {
      expect(meter.look(engine.pid ?? 0)?.readBytes).toBeGreaterThan(100_000)
    })
    const most = meter.printed([terminal]).get('pty_test')
    expect(most?.group.id).toBe(group.id)
    expect(most?.bytes).toBeGreaterThan(50_000)
  })
})

it('of a process that is another by now, nothing is told', async () => {
  const pid = process.pid
  expect(await findTerminals({ pid, identity: { startTime: '1', bootId: '' } })).toEqual([])
})
