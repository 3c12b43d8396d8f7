/** Answers to what Kilo asks for: only what was seen, only on purpose, and with their words delivered. */
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { rosterOf } from '../models/roster.ts'
import { sessionOf } from '../models/session.ts'
import { until, type EngineClient } from '../world/engine.ts'

test.use({ shared: true })

interface Asked {
  id: string
  sessionID: string
}

/** Resolves with the session's requests when there are so many. */
function asked(engine: EngineClient, sessionId: string, count = 1): Promise<Asked[]> {
  return until(`${count} requests`, async () => {
    const all = await engine.ask<Asked[]>('/permission')
    const own = all.filter(({ sessionID }) => sessionID === sessionId)
    return own.length >= count ? own : undefined
  })
}

const bash = (input: Record<string, unknown>) => `[script:tool bash ${JSON.stringify(input)}]`

/** Opens the session in the page that is there. */
async function open(page: Page, title: string): Promise<void> {
  await rosterOf(page).entry(title).click()
  await expect(sessionOf(page).permission.region).toBeVisible()
}

const isInView = (element: HTMLElement) => {
  const { top, bottom } = element.getBoundingClientRect()
  return top >= 0 && bottom <= innerHeight
}

/** Whether something around the focus is drawn otherwise than without it: its own outline, or the border of its box. */
function hasRing(element: HTMLElement): boolean {
  const around = [element, element.parentElement, element.parentElement?.parentElement]
  const look = () => around.map((each) => (each ? Object.values(getLook(each)) : '')).join()
  function getLook(each: Element) {
    const { outlineStyle, outlineColor, outlineWidth, borderColor, boxShadow } = getComputedStyle(each)
    return { outlineStyle, outlineColor, outlineWidth, borderColor, boxShadow }
  }
  const focused = look()
  element.blur()
  const blurred = look()
  element.focus()
  return focused !== blurred
}

test('fault 70: what can be allowed is wholly readable, in the session and on the overview', async ({
  consolePage: page,
  engine,
}) => {
  const session = sessionOf(page)
  const cardOf = (title: string) => page.getByRole('article', { name: title })

  await test.step('lines are told apart, what is invisible is spelt out', async () => {
    const command = 'rm -rf build dist\nfind . -delete # \u202Esafe\u200B\tnow\r'
    const id = await engine.prompt(bash({ command, description: 'Clean up' }), 'Two lines')
    await asked(engine, id)
    const card = cardOf('Two lines')
    const shown = ['rm -rf build dist', 'find . -delete # \\u{202e}safe\\u{200b}\tnow\\u{d}']
    await expect(card.getByRole('listitem')).toHaveText(shown)
    await expect(card.getByRole('button', { name: 'Allow once' })).toBeVisible()
    await open(page, 'Two lines')
    await expect(session.permission.region.getByRole('listitem')).toHaveText(shown)
    await session.permission.reject.click()
  })

  await test.step('10,000 characters scroll in their box, which says so; the answers stay in view', async () => {
    const lines = Array.from({ length: 180 }, (_, index) => `echo ${index} ${'x'.repeat(50)}`)
    const id = await engine.prompt(bash({ command: lines.join('\n') }), 'Long')
    await asked(engine, id)
    await open(page, 'Long')
    const { region, once, reject } = session.permission
    await expect(region.getByRole('listitem')).toHaveText(lines)
    for (const size of [
      { width: 1440, height: 900 },
      { width: 390, height: 500 },
    ]) {
      await page.setViewportSize(size)
      await expect(region.getByRole('button', { name: /^\d{3} more lines below$/ })).toBeVisible()
      for (const button of [once, reject]) expect(await button.evaluate(isInView)).toBe(true)
    }
    await page.setViewportSize({ width: 1440, height: 900 })
    const more = region.getByRole('button', { name: /more lines? below$/ })
    await more.click()
    await region.getByRole('group', { name: 'What is asked for' }).evaluate((box) => (box.scrollTop = 1e6))
    await expect(more).toBeHidden()
    await expect(region.getByText(lines.at(-1) ?? '')).toBeInViewport()
    await reject.click()
  })

  await test.step('leaving the folder shows the command, a command shows its folder', async () => {
    const input = { command: 'curl http://127.0.0.1:9/x | sh; cd /etc', workdir: '/etc', description: 'Look' }
    await asked(engine, await engine.prompt(bash(input), 'Elsewhere', ['external_directory']))
    await page.goto(new URL('/', page.url()).href)
    const card = cardOf('Elsewhere')
    await expect(card).toContainText('external_directory')
    await expect(card).toContainText('/etc/*')
    await expect(card).toContainText(input.command)
    await card.getByRole('button', { name: 'Allow once' }).click()
    await expect(card).not.toContainText('external_directory')
    await expect(card).toContainText(input.command)
    await expect(card).toContainText('workdir/etc')
    await card.getByRole('button', { name: 'Reject' }).click()
    await expect(card).toBeHidden()
  })

  await test.step('a subagent’s prompt is shown before it starts', async () => {
    await asked(engine, await engine.prompt('[script:task Delete all of it.]', 'Subagent', ['task']))
    const card = cardOf('Subagent')
    await expect(card).toContainText('Delete all of it.')
    await card.getByRole('button', { name: 'Reject' }).click()
    await expect(card).toBeHidden()
  })
})

/** Notes when a request has come into view, and when an answer leaves. */
function watchAnswers(): void {
  const times = { shown: 0, answers: [] as number[] }
  Object.assign(window, { times })
  let last = ''
  const look = () => {
    const now = document.querySelector('[role=region][aria-label=Permission] li')?.textContent ?? ''
    if (now !== last) times.shown = performance.now()
    last = now
    requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
  const fetch = window.fetch.bind(window)
  window.fetch = (input, init) => {
    const url = input instanceof Request ? input.url : String(input)
    if (/\/permission\/[^/]+\/reply/.test(url)) times.answers.push(performance.now() - times.shown)
    return fetch(input, init)
  }
}

test('fault 68: an answer counts when its request has been in sight for half a second', async ({
  consolePage: page,
  engine,
}) => {
  const session = sessionOf(page)
  const { once } = session.permission
  await page.addInitScript(watchAnswers)
  await page.reload()
  const answers = () => page.evaluate(() => Reflect.get(window, 'times').answers as number[])

  const presses = [
    () => page.keyboard.press('a'),
    () => page.keyboard.press('Control+Shift+Y'),
    async () => {
      await once.evaluateAll(([button]) => button?.focus())
      await page.keyboard.press('Enter')
    },
    async () => {
      const box = await once.boundingBox({ timeout: 100 }).catch(() => null)
      if (box) await page.mouse.click(box.x + 10, box.y + 10)
    },
  ]
  await test.step('keys, chords, Enter on the button and the pointer, faster than a person', async () => {
    const commands = presses.map((_, index) => `echo ${index}`).join(' | ')
    const id = await engine.prompt(`[script:commands ${commands}]`, 'Hammered')
    await asked(engine, id, presses.length)
    await rosterOf(page).entry('Hammered').click()
    for (const press of presses) {
      const before = (await answers()).length
      while ((await answers()).length === before) await press()
    }
    await expect(session.fromKilo.last()).toContainText('Ran them all.')
    const times = await answers()
    expect(times).toHaveLength(presses.length)
    expect(times.filter((time) => time < 500)).toEqual([])
  })

  await test.step('a key that is held down never answers', async () => {
    const id = await engine.prompt('[script:bash echo held]', 'Held')
    await session.conversation.focus()
    await page.keyboard.down('a')
    await asked(engine, id)
    await open(page, 'Held')
    await expect(once).toBeEnabled()
    for (let repeat = 0; repeat < 5; repeat += 1) await page.keyboard.down('a')
    await once.focus()
    await page.keyboard.up('a')
    expect(await asked(engine, id)).toHaveLength(1)
    await page.keyboard.press('a')
    await expect(session.fromKilo.last()).toContainText('Ran echo held.')
  })
})

test.describe('in a world of its own, whose project has rules', () => {
  test.use({ shared: false })
  test.beforeEach(async ({ world }) => {
    // In this order: of the engine's rules for a call the last that fits counts.
    const config = { permission: { '*': 'allow', bash: 'ask' } }
    await writeFile(path.join(world.project, 'kilo.json'), JSON.stringify(config))
  })

  test('fault 68, 69: the printed keys work after sending, always says how far it reaches, words that go with a rejection arrive', async ({
    consolePage: page,
    engine,
    world,
  }) => {
    const session = sessionOf(page)
    const { region, reject, instead } = session.permission
    await engine.ask('/session', { title: 'Talk' })
    await rosterOf(page).entry('Talk').click()

    await test.step('a chord answers out of the prompt', async () => {
      await session.ask('[script:bash echo chord]')
      await expect(region).toContainText('“Allow always” allows echo * in every project.')
      await expect(region).toContainText('Here it would allow every bash call, now and later, without asking')
      await session.prompt.focus()
      await page.keyboard.type('a')
      await expect(session.prompt).toHaveValue('a')
      await expect(session.permission.once).toBeEnabled()
      await page.keyboard.press('Control+Shift+Y')
      await expect(session.conversation).toContainText('Ran echo chord.')
      await expect(session.prompt).toHaveValue('a')
    })

    await test.step('Escape leaves the prompt for the card, whose letters then answer', async () => {
      await session.ask('[script:bash echo letter]')
      await expect(region).toBeVisible()
      await session.prompt.focus()
      await page.keyboard.press('Escape')
      await expect(region).toBeFocused()
      await expect(session.permission.once).toBeEnabled()
      await page.keyboard.press('a')
      await expect(session.conversation).toContainText('Ran echo letter.')
      await expect(session.send).toBeVisible()
    })

    const rejections: [how: string, press: () => Promise<void>][] = [
      ['the pointer', () => reject.click()],
      ['its key', () => page.keyboard.press('r')],
    ]
    for (const [how, press] of rejections)
      await test.step(`after a rejection by ${how} the focus is in the prompt, and seen`, async () => {
        await session.ask('[script:bash echo never]')
        await expect(region).toBeVisible()
        await session.prompt.focus()
        await page.keyboard.press('Escape')
        await expect(region).toBeFocused()
        await expect(session.permission.once).toBeEnabled()
        await press()
        await expect(region).toBeHidden()
        await expect(session.prompt).toBeFocused()
        await expect.poll(() => session.prompt.evaluate(hasRing)).toBe(true)
        await expect(session.send).toBeVisible()
        await expect(session.stop).toBeHidden()
      })

    await test.step('Escape leaves an idle prompt with its text', async () => {
      await expect(session.stop).toBeHidden()
      await session.prompt.fill('half a thought')
      await page.keyboard.press('Escape')
      await expect(session.conversation).toBeFocused()
      await expect(session.prompt).toHaveValue('half a thought')
      await session.prompt.fill('')
    })

    await test.step('three wait: said before, and what is written is the next prompt', async () => {
      await session.ask('[script:commands echo a | echo b | echo c]')
      await expect(region).toContainText(
        '3 requests wait here. Rejecting one rejects all 3 and ends the turn.',
      )
      await instead.fill('[script:text Then I leave it.]')
      await reject.click()
      await expect(region).toBeHidden()
      await expect(session.prompt).toBeFocused()
      await expect(session.fromYou.last()).toContainText('Then I leave it.')
      await expect(session.fromKilo.last()).toContainText('Then I leave it.')
      const heard = world.model.requests.map((request) => request.heard)
      expect(heard.filter((text) => text.includes('Then I leave it.'))).not.toEqual([])
      expect(await engine.ask('/permission')).toEqual([])
    })
  })
})
