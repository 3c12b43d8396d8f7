/** The package that people install, in a prefix and a home of its own: nothing of this checkout is in reach of it. */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'
import { rosterOf } from '../models/roster.ts'
import { sessionOf } from '../models/session.ts'
import { repoRoot } from '../repo.ts'
import { succeed } from '../run.ts'
import { launchConsole } from '../world/launch.ts'
import { makeWorld } from '../world/world.ts'

const execute = promisify(execFile)

/** npm with this user's cache: what a fresh install downloads is the registry's to test. */
async function npm(...args: string[]): Promise<string> {
  // What the cache lacks (engines of other platforms) no registry gives here: not asked again and again.
  const quiet = ['--no-audit', '--no-fund', '--prefer-offline', '--fetch-retries=0']
  return (await execute('npm', [...args, ...quiet], { cwd: repoRoot })).stdout
}

test('installed from its tarball, kilo does everything, and goes without a trace', async ({ page }) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'kilo-install-'))
  const prefix = path.join(folder, 'prefix')
  const world = await makeWorld({ command: path.join(prefix, 'bin/kilo') })
  try {
    await execute(process.execPath, ['scripts/pack.mjs', folder], { cwd: repoRoot })
    const tarball = (await readdir(folder)).find((name) => name.endsWith('.tgz')) ?? ''
    await npm('install', '--global', '--prefix', prefix, path.join(folder, tarball))

    await test.step('the command, the host and the page run from it', async () => {
      const manifest = await readFile(path.join(repoRoot, 'packages/cli/package.json'), 'utf8')
      const { version } = JSON.parse(manifest) as { version: string }
      expect((await succeed(world.kilo(['--version']))).stdout).toContain(`kilo ${version}\nengine 7.`)
      await page.goto(await launchConsole(world))
      const session = sessionOf(page)
      await rosterOf(page).newSession.click()
      await session.ask('[script:text Good morning from the package.]')
      await expect(session.fromKilo.last()).toContainText('Good morning from the package.')
      const arguments_ = (await world.processes()).map(({ command }) => command)
      expect(arguments_.filter((command) => command.includes(`${repoRoot}/packages`))).toEqual([])
    })

    await test.step('it holds neither sources nor tests', async () => {
      const files = await readdir(path.join(prefix, 'lib/node_modules/kilo-console'), { recursive: true })
      const own = files.filter((file) => !file.includes('node_modules'))
      expect(own.filter((file) => /\.(ts|tsx|map)$|\btest/.test(file))).toEqual([])
    })

    await test.step('uninstalled, nothing of it runs or is left', async () => {
      await succeed(world.kilo(['daemon', 'uninstall']))
      await succeed(world.kilo(['console', 'stop']))
      await succeed(world.kilo(['daemon', 'stop']))
      await npm('uninstall', '--global', '--prefix', prefix, 'kilo-console')
      expect(existsSync(path.join(prefix, 'bin/kilo'))).toBe(false)
      expect(await world.processes(), 'processes that outlived the package').toEqual([])
    })
  } finally {
    await world.close()
    await rm(folder, { recursive: true, force: true })
  }
})
