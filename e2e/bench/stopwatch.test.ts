import { expect, test } from 'vitest'
import { timeCommand, timeWork } from './stopwatch.ts'

const options = { env: { ...process.env, LC_ALL: 'C' }, cwd: '/' }

test('a command takes as long as it runs, whatever it prints', async () => {
  const ms = await timeCommand('sh', ['-c', 'echo out; echo err >&2; sleep 0.2'], options)
  expect(ms).toBeGreaterThanOrEqual(200)
})

test('a command that fails is no figure but an error with its words', async () => {
  await expect(timeCommand('sh', ['-c', 'echo broken >&2; exit 3'], options)).rejects.toThrow(
    /exit code 3\nbroken/,
  )
})

test('work takes until its promise settles', async () => {
  expect(await timeWork(() => new Promise((resolve) => setTimeout(resolve, 50)))).toBeGreaterThan(45)
})
