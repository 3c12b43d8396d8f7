/** The console's main ways in Firefox and WebKit: what their engines do otherwise than Chromium, which e2e/specs drives. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findFirefox, findWebkit } from '../../scripts/find-other-browsers.mjs'
import { connectEngine, daemonAddress, until, type EngineClient } from '../world/engine.ts'
import { launchConsole } from '../world/launch.ts'
import { makeWorld, type World } from '../world/world.ts'
import { startFirefox } from './firefox.ts'
import { KEYS } from './keys.ts'
import * as names from './names.ts'
import { Page } from './page.ts'
import { startWebkit } from './webkit.ts'

let world: World
let engine: EngineClient

beforeAll(async () => {
  world = await makeWorld({ unreachable: true })
  await launchConsole(world)
  engine = connectEngine(await daemonAddress(world), world.project)
  // The engine learns of a project when it is first asked about it.
  await engine.ask('/project/current')
})
afterAll(async () => {
  expect(await world.close(), 'processes that outlived the tests').toEqual([])
})

const inProject = (name: string) => path.join(world.project, name)

const firefox = findFirefox()
const webkit = findWebkit()
const browsers = [
  { name: 'Firefox', start: firefox && (() => startFirefox(firefox.firefox, world.env, world.home)) },
  { name: 'WebKit', start: webkit && (() => startWebkit(webkit, world.env)) },
]

for (const { name, start } of browsers)
  describe.runIf(start)(name, () => {
    let page: Page
    beforeAll(async () => {
      if (start) page = new Page(await start())
    })
    afterAll(() => page.driver.close())

    /** Until it opens, what is typed goes to the session before. */
    async function begin(): Promise<void> {
      const before = await page.driver.url()
      await page.click(names.newSession)
      await until('the new session', async () => {
        const now = await page.driver.url()
        return (now !== before && now.includes('/sessions/')) || undefined
      })
    }

    async function ask(text: string): Promise<void> {
      await page.click(names.prompt)
      await page.type(text)
      await page.press(KEYS.Enter)
      await page.waitForText(names.fromYou, text.slice(0, 20))
    }

    test('the launch link logs in', async () => {
      await page.driver.go(await launchConsole(world))
      await page.waitForText(names.connection, 'Connected')
    })

    test('an answer streams, and is whole after a reload in its middle', async () => {
      await begin()
      await ask('[script:gated alpha beta gamma]')
      await page.waitForText(names.fromKilo, 'alpha')
      world.model.release()
      await page.waitForText(names.fromKilo, 'alpha beta')
      await page.driver.reload()
      await page.waitForText(names.fromKilo, 'alpha beta')
      world.model.release()
      await page.waitForText(names.fromKilo, 'alpha beta gamma')
    })

    test('a command waits until it is allowed', async () => {
      await begin()
      await ask('[script:bash echo $((6*7)) > answer]')
      await page.waitForText(names.permission, 'echo $((6*7)) > answer')
      await page.click(names.allowOnce)
      await page.waitForText(names.conversation, 'Ran echo $((6*7)) > answer.')
      await page.waitUntilGone(names.permission)
      expect(await readFile(inProject('answer'), 'utf8')).toBe('42\n')
    })

    test('a question is answered', async () => {
      await begin()
      await ask('[script:question Which colour?: Red | Blue]')
      await page.click({ role: 'radio', name: 'Blue', within: names.question })
      await page.click(names.answer)
      await page.waitForText(names.fromKilo, 'Noted.')
      expect(await engine.ask('/question')).toEqual([])
    })

    test('the Enter that ends a composition sends nothing, the next one sends it all', async () => {
      await begin()
      await page.click(names.prompt)
      await page.type('[script:text caf')
      await page.driver.compose('é')
      await page.type('.]')
      await page.press(KEYS.Enter)
      await page.waitForText(names.fromYou, '[script:text café.]')
      await page.waitForText(names.fromKilo, 'café.')
    })

    test('nothing was refused, and no script failed', () => {
      expect(page.driver.problems()).toEqual([])
    })
  })
