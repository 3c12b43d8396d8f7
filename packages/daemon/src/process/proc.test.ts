import { describe, expect, it, vi } from 'vitest'
import { processMetrics } from './metrics.ts'
import { clockSeconds } from './ps.ts'
import { parseStat } from './proc.ts'
import { appearance, identify, isServicePid, parseAppearance, signalProcess } from './identity.ts'

const tail = 'S 10 42 43 34821 44 4194560 100 0 0 0 7 5 0 0 20 0 1 0 987654 1000 250 18446744073709551615'

describe('/proc/<pid>/stat', () => {
  it.each(['kilo', 'a b', 'tmux: server (1)', ') R 1 1', ''])('program name %j', (name) => {
    expect(parseStat(42, `42 (${name}) ${tail}`)).toEqual({
      pid: 42,
      dead: false,
      parent: 10,
      group: 42,
      session: 43,
      stopped: false,
      tty: 34821,
      foreground: 44,
      cpuTicks: 12,
      startTime: '987654',
    })
  })

  it('stopped by a signal', () => {
    expect(parseStat(42, `42 (x) ${tail.replace('S', 'T')}`)).toMatchObject({ stopped: true, dead: false })
  })
  it('fault 20: a zombie is dead', () =>
    expect(parseStat(42, `42 (x) ${tail.replace('S', 'Z')}`)?.dead).toBe(true))
  it('a zombie whose threads still end holds its ports', () => {
    expect(parseStat(42, `42 (x) ${tail.replace('S', 'Z').replace(' 20 0 1 0 ', ' 20 0 4 0 ')}`)?.dead).toBe(
      false,
    )
  })
  it('anything else is nothing', () => expect(parseStat(42, 'garbage')).toBeUndefined())
})

it.each([[-1], [0], [1], [1.5], ['12x'], [2 ** 53], [NaN], [undefined]])(
  'fault 2: %s is no pid of a service',
  (pid) => {
    expect(isServicePid(pid)).toBe(false)
  },
)

it.each([process.pid, process.ppid])(
  'fault 2: neither this process nor its parent is signalled, whoever they are: %i',
  async (pid) => {
    const kill = vi.spyOn(process, 'kill')
    const identity = await identify(pid)
    expect(identity).toBeDefined()
    expect(await signalProcess(pid, identity ?? { startTime: '', bootId: '' }, 'SIGTERM')).toBe(false)
    expect(kill).not.toHaveBeenCalled()
    kill.mockRestore()
  },
)

it('tells what this process takes', async () => {
  const figures = await processMetrics(process.pid)
  expect(figures?.rssBytes).toBeGreaterThan(1_000_000)
  expect(figures?.uptimeSeconds).toBeGreaterThanOrEqual(0)
  expect(await processMetrics(process.pid, figures)).toMatchObject({ pid: process.pid })
  expect(await processMetrics(2 ** 30)).toBeUndefined()
})

it.each([
  ['00:07', 7],
  ['01:02.50', 62.5],
  ['2:00:00', 7200],
  ['3-01:00:00', 262_800],
])('ps prints %s for %d seconds', (text, seconds) => expect(clockSeconds(text)).toBe(seconds))

describe('what a process looks like', () => {
  it('to ps', () => {
    expect(parseAppearance('  1-02:03:04 /usr/bin/kilo serve --port 4097\n')).toEqual({
      args: ['/usr/bin/kilo', 'serve', '--port', '4097'],
      ageMs: 93_784_000,
    })
    expect(parseAppearance(undefined)).toBeUndefined()
  })

  it('to the kernel', async () => {
    const seen = await appearance(process.pid)
    expect(seen?.args.length).toBeGreaterThan(1)
    expect(seen?.ageMs).toBeGreaterThan(0)
    expect(await appearance(2 ** 30)).toBeUndefined()
  })
})
