/** The console's main ways in Firefox and WebKit: what their engines do otherwise than Chromium, which e2e/specs drives. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findFirefox, findWebkit } from '../../scripts/find-other-browsers.mjs'
import { succeed } from '../run.ts'
import { solidPng } from '../solid-png.ts'
import { connectEngine, daemonAddress, until, type EngineClient } from '../world/engine.ts'
import { launchConsole } from '../world/launch.ts'
import { makeWorld, type World } from '../world/world.ts'
import { Composer } from './composer.ts'
import { startFirefox } from './firefox.ts'
import { focused, marked, pastePicture } from './in-page.ts'
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
  // The engine learns of a project when it is first asked about it. Its first snapshot takes long on a busy machine: it would ask to go without.
  await engine.ask('/kilocode/snapshot/prepare', {})
})
afterAll(async () => {
  expect(await world.close(), 'processes that outlived the tests').toEqual([])
})

/** What two browsers say of a host that is gone. */
const UNREACHABLE = /WebSocket|establish a connection|NetworkError|Failed to load resource|access control/

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
    let composer: Composer
    beforeAll(async () => {
      if (!start) return
      page = new Page(await start())
      composer = new Composer(page)
    })
    afterAll(() => page.driver.close())

    test('the launch link logs in', async () => {
      // A terminal's text is to be read.
      const link = new URL(await launchConsole(world))
      link.search = '?screenReader=1'
      await page.driver.go(link.href)
      await page.waitForText(names.connection, 'Connected')
    })

    test('an answer streams, and is whole after a reload in its middle', async () => {
      await composer.begin()
      await composer.ask('[script:gated alpha beta gamma]')
      await page.waitForText(names.fromKilo, 'alpha')
      world.model.release()
      await page.waitForText(names.fromKilo, 'alpha beta')
      await page.driver.reload()
      await page.waitForText(names.fromKilo, 'alpha beta')
      world.model.release()
      await page.waitForText(names.fromKilo, 'alpha beta gamma')
    })

    test('a command waits until it is allowed', async () => {
      await composer.begin()
      // The browser before has left the file and a line in it: what is new counts.
      const answer = () => readFile(inProject('answer'), 'utf8').catch(() => '')
      const before = await answer()
      await composer.ask('[script:bash echo $((6*7)) >> answer]')
      await page.waitForText(names.permission, 'echo $((6*7)) >> answer')
      expect(await answer()).toBe(before)
      await page.click(names.allowOnce)
      await page.waitForText(names.conversation, 'Ran echo $((6*7)) >> answer.')
      await page.waitUntilGone(names.permission)
      expect(await answer()).toBe(`${before}42\n`)
    })

    test('what it changed is reviewed beside it, and found in it', async () => {
      await page.waitForText(names.changes, 'answer')
      await page.click(names.changedFile)
      await page.waitForText(names.changes, /answer\s[^]*42/)
      await page.press(KEYS.Control, 'f')
      await until('the search', () => page.call(names.findField, focused))
      await page.type('6*7')
      await page.waitForText(names.find, /\d of \d/)
      await until(
        'the mark',
        async () => (await page.call(names.conversation, marked)) === '6*7' || undefined,
      )
      await page.press(KEYS.Escape)
      await page.waitUntilGone(names.find)
    })

    test('a question is answered', async () => {
      await composer.begin()
      await composer.ask('[script:question Which colour?: Red | Blue]')
      await page.click({ role: 'radio', name: 'Blue', within: names.question })
      await page.click(names.answer)
      await page.waitForText(names.fromKilo, 'Noted.')
      // On a busy machine the engine has a question of its own, about its snapshots.
      expect(JSON.stringify(await engine.ask('/question'))).not.toContain('Which colour?')
    })

    test('the Enter that ends a composition sends nothing, the next one sends it all', async () => {
      await composer.begin()
      await page.click(names.prompt)
      await page.type('[script:text caf')
      await page.driver.compose('é')
      // What is typed before the page has it would be in its way.
      await composer.holds('[script:text café')
      await page.type('.]')
      await page.press(KEYS.Enter)
      await page.waitForText(names.fromYou, '[script:text café.]')
      await page.waitForText(names.fromKilo, 'café.')
    })

    test('lines that were cut are pasted as they were, with a picture, and neither sends', async () => {
      await composer.begin()
      await page.click(names.prompt)
      await page.type('[script:saw]')
      await page.press(KEYS.Shift, KEYS.Enter)
      await page.type('echo pasted-$((1+1))')
      await composer.cut()
      await page.press(KEYS.Control, 'v')
      await composer.holds('[script:saw]\necho pasted-$((1+1))')
      await page.call(names.prompt, pastePicture, solidPng(8, 8).toString('base64'))
      await page.waitForText(names.attachments, 'image.png')
      await composer.holds('[script:saw]\necho pasted-$((1+1))')
      await page.press(KEYS.Enter)
      await page.waitForText(names.fromKilo, /I see (?!nothing)/)
    })

    test('a terminal takes what is typed, put together and pasted, and follows its window', async () => {
      await page.click(names.newTerminal)
      await until('the terminal', () => page.call(names.terminalInput, focused))
      await page.type('echo typed-$((1+1))\n')
      await page.waitForText(names.terminal, 'typed-2')
      await page.type('echo caf')
      await page.driver.compose('é')
      await page.waitForText(names.terminal, 'echo café')
      await page.type('-$((1+1))\n')
      // The shell takes a paste as one text as soon as it is ready again, and runs none of its lines. It was cut in the test before.
      await page.waitForText(names.terminal, /café-2[^\S\n]*\n\S/)
      await page.press(KEYS.Control, KEYS.Shift, 'v')
      await page.waitForText(names.terminal, 'echo pasted-$((1+1))')
      await page.press(KEYS.Control, 'c')
      // bash forgets a Ctrl+C if the next key comes within milliseconds.
      await page.waitForText(names.terminal, /\)\^C[^\S\n]*\n\S/)
      await page.type(
        'was=$(stty size); echo sized-$((1+1)); while [ "$was" = "$(stty size)" ]; do sleep 0.1; done; echo resized-$((1+1))\n',
      )
      await page.waitForText(names.terminal, /^sized-2/m)
      await page.driver.resize(1100, 700)
      await page.waitForText(names.terminal, 'resized-2')
      expect(await page.textOf(names.terminal)).not.toContain('pasted-2')
      await page.driver.resize(1440, 900)
    })

    test('a host that is gone is told of, and all goes on when it is back', async () => {
      await composer.begin()
      // A session that has not been loaded is told to be out of reach, and there is nothing to write in.
      await page.waitForText(names.conversation, 'Ask Kilo about')
      const before = page.driver.problems().length
      await succeed(world.kilo(['console', 'stop']))
      await page.waitForText(names.notice, 'The console host isn’t responding')
      await page.click(names.prompt)
      await page.type('[script:text Here again.]')
      await launchConsole(world)
      await page.waitForText(names.connection, 'Connected')
      await page.waitUntilGone(names.notice)
      await page.press(KEYS.Enter)
      await page.waitForText(names.fromKilo, 'Here again.')
      const meanwhile = page.driver.problems().splice(before)
      expect(meanwhile.filter((problem) => !UNREACHABLE.test(problem))).toEqual([])
    })

    test('nothing was refused, and no script failed', () => {
      expect(page.driver.problems()).toEqual([])
    })
  })
