/**
 * Writes the code that V8 makes of the command while it answers what it is asked most, beside the command's file. V8 compiles a function when
 * it is first called, so it is called: in a throw-away home, with the daemon package's stand-in for the engine. The command runs as well
 * without the code, only later; so a machine where this fails is told, and is built all the same.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const here = (file) => fileURLToPath(new URL(file, import.meta.url))

/** Each takes over what those before it have compiled. What is seldom asked, or takes seconds anyhow, would make the others read more. */
const ASKED = [
  ['daemon', 'start'],
  ['daemon', 'status', '--json'],
  ['daemon', 'status'],
  ['--version'],
  ['daemon', 'stop'],
]

export function writeCodeCache(command) {
  const home = mkdtempSync(path.join(tmpdir(), 'kilo-build-'))
  const kept = Object.entries(process.env).filter(([name]) => !/^(XDG_|KILO_|NODE_)/.test(name))
  const env = {
    ...Object.fromEntries(kept),
    HOME: home,
    KILO_ENGINE: here('../packages/daemon/test/world/fake-engine.cjs'),
    FAKE_VERSION: '0.0.0',
  }
  const run = (argv) => {
    const { status, stderr } = spawnSync(process.execPath, argv, { env, encoding: 'utf8', timeout: 60_000 })
    if (status !== 0) throw new Error(stderr)
  }
  try {
    run([command, 'daemon', 'start'])
    for (const args of ASKED) run(['--require', here('capture-code.cjs'), command, ...args])
  } catch (error) {
    process.stderr.write(`kilo will start a little later, for its code could not be kept: ${error.message}\n`)
    spawnSync(process.execPath, [command, 'daemon', 'stop'], { env })
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}
