import { expect, test } from 'vitest'
import { run, succeed } from '../run.ts'

const node = (code: string, limitMs = 10_000) =>
  run(process.execPath, ['-e', code], { env: {}, cwd: '/', limitMs, input: 'typed' })

test('returns what a program wrote and how it ended', async () => {
  const echo = 'process.stdin.pipe(process.stdout); console.error("é"); process.exitCode = 3'
  expect(await node(echo)).toEqual({ code: 3, signal: null, stdout: 'typed', stderr: 'é\n' })
})

test('kills a program that is late and says what it wrote', async () => {
  await expect(node('console.log("so far"); setInterval(() => {}, 1000)', 500)).rejects.toThrow(
    /not done after 500 ms\nso far/,
  )
})

test('succeed wants exit code 0', async () => {
  expect(await succeed(node('console.log(1)'))).toMatchObject({ stdout: '1\n' })
  await expect(succeed(node('console.error("why"); process.exit(2)'))).rejects.toThrow(/exit code 2\nwhy/)
})

test('a program that is not there is an error', async () => {
  await expect(run('/nope', [], { env: {}, cwd: '/' })).rejects.toThrow(/ENOENT/)
})
