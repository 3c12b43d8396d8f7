import { expect, test } from 'vitest'
import type { ProcessStat } from '../process/proc.ts'
import { groupLeaders, isAtPrompt, nameCommand, terminalJobs } from './jobs.ts'

const stat = (pid: number, group: number, more: Partial<ProcessStat> = {}): ProcessStat => ({
  pid,
  dead: false,
  parent: 10,
  group,
  session: 10,
  stopped: false,
  tty: 34821,
  foreground: 10,
  cpuTicks: 0,
  startTime: '1',
  ...more,
})

test('one process of each job, its leader where it lives', () => {
  const shell = stat(10, 10, { parent: 1 })
  const stats = [
    shell,
    stat(11, 10),
    stat(21, 20),
    stat(20, 20),
    stat(30, 30, { dead: true }),
    stat(31, 30),
    stat(40, 40, { dead: true }),
    stat(50, 50, { session: 50 }),
  ]
  expect(groupLeaders(shell, stats).map(({ pid }) => pid)).toEqual([20, 31])
})

test.each([
  [['/bin/bash', '-l'], true],
  [['-zsh'], true],
  [['/usr/bin/fish'], true],
  [['nu'], true],
  [['bash', 'build.sh'], false],
  [['sh', '-c', 'sleep 9'], false],
  [['bash', '-lc', 'make'], false],
  [['vim', 'a.ts'], false],
  [['ssh', 'host'], false],
  [[], false],
])('%j waits at its prompt: %s', (args, expected) => {
  expect(isAtPrompt(args)).toBe(expected)
})

test.each([
  [['/usr/bin/vim', 'src/auth.ts'], 'vim src/auth.ts'],
  [['npm test'], 'npm test'],
  [['node', '-e', 'a\n\u001B[31mb'], 'node -e a b'],
  [['echo', 'x'.repeat(100)], `echo ${'x'.repeat(74)}…`],
  [[], ''],
])('%j is called %j', (args, expected) => {
  expect(nameCommand(args)).toBe(expected)
})

test('a process that is no terminal of this engine is not looked into', async () => {
  const jobs = await terminalJobs(process.pid, [process.pid, process.ppid, 1, 999_999_999])
  expect([...(jobs ?? [])]).toEqual([])
})
