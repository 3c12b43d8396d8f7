import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { run } from './world/kilo.ts'

const bin = fileURLToPath(new URL('../bin', import.meta.url))
const capture = fileURLToPath(new URL('../../../scripts/capture-code.cjs', import.meta.url))

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kilo-bin-'))
  await cp(bin, join(folder, 'bin'), { recursive: true })
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const build = async (files: Record<string, string | Buffer>) => {
  await mkdir(join(folder, 'dist'), { recursive: true })
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, 'dist', name), text)
}
const kilo = (...args: string[]) => run(join(folder, 'bin/kilo.js'), {}, ...args)

const PROGRAM = `
const { inspect } = require('node:util')
const other = require('./other.cjs')
other.greet('§ ' + inspect(process.argv.slice(2)))
process.exitCode = other === require('./other.cjs') && __filename.endsWith('kilo.cjs') ? 7 : 1
`
const OTHER = `exports.greet = (text) => require('node:fs').writeSync(1, text)`

it('says what to run when it is not built', async () => {
  expect(await kilo('daemon', 'status')).toMatchObject({
    code: 1,
    stderr: 'kilo: this checkout is not built yet\nhint: npm run build\n',
  })
})

it('runs the program, its other files and what it needs of Node', async () => {
  await build({ 'kilo.cjs': PROGRAM, 'other.cjs': OTHER })
  expect(await kilo('a b', '--json')).toMatchObject({ code: 7, stdout: "§ [ 'a b', '--json' ]", stderr: '' })
})

it.each([
  ['empty', () => Buffer.alloc(0)],
  ['rubbish', () => Buffer.alloc(5000, 'x')],
])('is not misled by kept code that is %s', async (_, code) => {
  await build({ 'kilo.cjs': PROGRAM, 'kilo.cjs.cache': code(), 'other.cjs': OTHER })
  expect(await kilo('x')).toMatchObject({ code: 7, stdout: "§ [ 'x' ]" })
})

it('runs as well with the code that was kept of it', async () => {
  await build({ 'kilo.cjs': PROGRAM, 'other.cjs': OTHER })
  const captured = await run('--require', {}, capture, join(folder, 'bin/kilo.js'), 'x')
  expect(captured).toMatchObject({ code: 7, stderr: '' })
  expect(await kilo('y')).toMatchObject({ code: 7, stdout: "§ [ 'y' ]" })
})
