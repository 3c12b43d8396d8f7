/**
 * `npm run demo [-- --no-open]`: the console in a throw-away home, with a git project, a scripted model and sessions in every state. Ends
 * with Ctrl-C and leaves nothing behind.
 */
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { openBrowser } from '../packages/cli/src/console/browser.ts'
import { writeLaunchPage } from '../packages/cli/src/console/launch-page.ts'
import { kiloPaths } from '../packages/daemon/src/state/paths.ts'
import { connectEngine, daemonAddress } from './world/engine.ts'
import { launchConsole } from './world/launch.ts'
import { seedSessions } from './world/seed.ts'
import { makeWorld, type World } from './world/world.ts'

/** Milliseconds between two chunks of the model's answers: the pace of a quick model. */
const BEAT_MS = 30

const { values } = parseArgs({ options: { 'no-open': { type: 'boolean', default: false } } })
const print = (...lines: string[]) => process.stdout.write(`${lines.join('\n')}\n`)

const ended = new Promise<void>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve())
})

const world = await makeWorld({ beatMs: BEAT_MS })
try {
  await Promise.race([show(world), ended])
  await ended
} catch (error) {
  process.stderr.write(
    `the demo could not start: ${error instanceof Error ? error.message : String(error)}\n`,
  )
  process.stderr.write('hint: npm run build, then kilo doctor\n')
  process.exitCode = 1
} finally {
  print('', 'ending the demo …')
  const left = await world.close()
  for (const { pid, command } of left) process.stderr.write(`had to be killed: ${pid} ${command}\n`)
  process.stdin.destroy()
}

async function show(world: World): Promise<void> {
  print('starting an engine in a throw-away home …')
  await launchConsole(world)
  const engine = connectEngine(await daemonAddress(world), world.project)
  await seedSessions(engine)
  const url = await launchConsole(world)
  print(
    '',
    `  console  ${url}`,
    `  project  ${world.project}`,
    '  try      Fix the login redirect · Add tests · What does this project do?',
    '',
    'The link works once, within a minute: Enter prints another one. Ctrl-C ends the demo and removes everything.',
  )
  // The user's own browser; where there is none, the printed link has to do.
  if (!values['no-open']) await openBrowser(await writeLaunchPage(kiloPaths(world.env).own.launches, url))
  createInterface({ input: process.stdin }).on('line', () => {
    launchConsole(world).then(print, (error: unknown) => print(String(error)))
  })
}
