/** Another engine beside ours: `opencode serve` of npm, found, unlocked and driven with what it can. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '../fixtures.ts'
import { reviewOf } from '../models/review.ts'
import { rosterOf } from '../models/roster.ts'
import { serversOf } from '../models/servers.ts'
import { sessionOf } from '../models/session.ts'
import { solidPng } from '../solid-png.ts'
import { terminalOf } from '../models/terminal.ts'
import { keyHeaderOf } from '../world/login.ts'
import { startOpencode } from '../world/opencode.ts'

const PORT = 4105

test('opencode’s server is unlocked, named, and driven with what it can', async ({
  consolePage: page,
  world,
  kilo,
  problems,
}) => {
  test.slow()
  problems.allow(/status of 403 .*\/credential/)
  problems.allow(/status of 500 .*\/share/)
  const roster = rosterOf(page)
  const session = sessionOf(page)
  const review = reviewOf(page)
  const dialog = page.getByRole('dialog')
  const note = path.join(world.project, 'note.txt')
  const menu = async (name: string) => {
    await page.getByRole('button', { name: 'Session actions' }).click()
    await page.getByRole('menuitem', { name }).click()
  }
  const act = async (name: string) => {
    await session.fromYou.last().hover()
    await session.fromYou.last().getByRole('button', { name }).click()
  }
  const server = await startOpencode(world, { port: PORT, password: 'open sesame' })
  try {
    await test.step('locked: a wrong password is refused, the right one opens it', async () => {
      const { region } = serversOf(page)
      await region.getByRole('button', { name: `Enter the password of localhost:${PORT}` }).click()
      await dialog.getByRole('textbox', { name: 'Password' }).fill('guess')
      await dialog.getByRole('button', { name: 'Unlock' }).click()
      await expect(dialog).toContainText('The server refuses this password.')
      await dialog.getByRole('textbox', { name: 'Password' }).fill('open sesame')
      await dialog.getByRole('button', { name: 'Unlock' }).click()
      await expect(region).toContainText(/opencode\s*4105\s*1\.18\.33/)
    })

    await test.step('a folder that it has never seen is chosen there, and an answer streams', async () => {
      await roster.region.getByRole('button', { name: 'Folder: fieldnotes' }).click()
      await dialog.getByRole('option', { name: 'fieldnotes' }).filter({ hasText: 'opencode 4105' }).click()
      await expect(
        roster.region.getByRole('button', { name: 'Folder: fieldnotes on opencode 4105' }),
      ).toBeVisible()
      await roster.newSession.click()
      await session.ask('[script:gated alpha beta]')
      await expect(session.fromKilo.last()).toContainText('alpha')
      await expect(session.fromKilo.last()).not.toContainText('beta')
      world.model.release('step')
      await expect(session.fromKilo.last()).toContainText('alpha beta')
      await expect(session.stop).toBeHidden()
      await expect(roster.group('Recent').getByRole('link')).toContainText('fieldnotes · opencode 4105')
    })

    await test.step('permissions: once, always for as long as it lasts, and not, with words', async () => {
      await session.ask('[script:bash echo one]')
      await expect(roster.group('Needs you').getByRole('link')).toContainText('bash echo one')
      await expect(session.permission.region).toContainText('in this folder, until the server restarts.')
      await session.permission.once.click()
      await expect(session.fromKilo.last()).toContainText('Ran echo one.')
      await session.ask('[script:bash echo two]')
      await session.permission.always.click()
      await expect(session.fromKilo.last()).toContainText('Ran echo two.')
      await session.ask('[script:bash echo three]')
      await expect(session.fromKilo.last()).toContainText('Ran echo three.')
      await session.ask('[script:bash touch x]')
      await session.permission.instead.fill('Leave it.')
      await session.permission.reject.click()
      await expect(session.fromKilo.last()).toContainText('Ran touch x.')
      expect(existsSync(path.join(world.project, 'x'))).toBe(false)
    })

    await test.step('a question, todos', async () => {
      await session.ask('[script:question Which one?: Red | Blue]')
      await session.question.option('Blue').check()
      await session.question.answer.click()
      await expect(session.fromKilo.last()).toContainText('Noted.')
      await session.ask('[script:todos one;two]')
      await expect(session.todos.getByRole('listitem')).toHaveCount(2)
    })

    await test.step('review: of turns, the working tree and the branch; of whole sessions it does not tell', async () => {
      await session.ask('[script:write note.txt hello]')
      await expect(session.fromKilo.last()).toContainText('Wrote note.txt.')
      await expect(review.head('note.txt')).toBeVisible()
      await session.ask('[script:text And on.]')
      await expect(session.fromKilo.last()).toContainText('And on.')
      await expect(review.head('note.txt')).toBeVisible()
      await expect(review.source.getByRole('option')).toHaveText([
        'Earlier turn',
        'Last turn',
        'Working tree',
        'Branch',
      ])
      await expect(page.getByRole('link', { name: 'Review with other sessions' })).toBeHidden()
      await review.source.selectOption('tree')
      await expect(review.head('note.txt')).toBeVisible()
      await review.source.selectOption('branch')
      await expect(review.changes).toContainText('This branch adds nothing')
      await review.source.selectOption('turn')
      await expect(review.changes).toContainText('This turn changed no files.')
    })

    await test.step('a prompt is taken back with its files, brought back, and branched from', async () => {
      await session.ask('[script:write note.txt again]')
      await expect(session.fromKilo.last()).toContainText('Wrote note.txt.')
      await expect(session.stop).toBeHidden()
      await act('Revert to here')
      await expect(dialog.getByRole('list', { name: 'Files' })).toContainText('note.txt')
      await dialog.getByRole('button', { name: 'Revert' }).click()
      await session.reverted.getByRole('button', { name: 'Restore' }).click()
      await expect(session.fromYou.last()).toContainText('again')
      const before = await session.fromYou.count()
      const from = page.url()
      await act('Fork from here')
      await expect(page).not.toHaveURL(from)
      await expect(session.fromYou).toHaveCount(before - 1)
      await expect(session.prompt).toHaveValue('[script:write note.txt again]')
    })

    await test.step('what is written: a file, a picture, a command, the shell', async () => {
      await session.prompt.fill('@')
      await expect(session.suggestions.getByRole('option', { name: 'src/', exact: true })).toBeVisible()
      await expect(session.suggestions.getByRole('option', { name: '/', exact: true })).toBeHidden()
      await session.prompt.fill('@READ')
      await session.suggestions.getByRole('option', { name: 'README.md' }).click()
      await session.prompt.pressSequentially('[script:text Read it.]')
      await session.send.click()
      await expect(session.fromKilo.last()).toContainText('Read it.')
      await session.attach({ name: 'dot.png', mimeType: 'image/png', buffer: solidPng(8, 8) })
      await session.ask('[script:saw]')
      await expect(session.fromKilo.last()).toContainText('I see image/png.')
      await session.prompt.fill('/in')
      await expect(session.suggestions.getByRole('option', { name: '/init' })).toBeVisible()
      await expect(session.stop).toBeHidden()
      await session.prompt.fill('!echo $((40+2))')
      await session.send.click()
      await expect(session.fromKilo.last().getByRole('button', { name: /^bash echo/ })).toBeVisible()
    })

    await test.step('a prompt waits for the one before it and can’t be withdrawn; Stop ends both', async () => {
      await session.ask('[script:gated gamma delta]')
      await expect(session.fromKilo.last()).toContainText('gamma')
      await session.ask('[script:text Next.]')
      await expect(session.fromYou.last()).toContainText('queued')
      await expect(session.queue).toBeHidden()
      world.model.release('step')
      await expect(session.fromKilo.last()).toContainText('Next.')
      await session.ask('[script:endless on ]')
      await expect(session.fromKilo.last()).toContainText('on on')
      await session.stop.click()
      await expect(session.fromKilo.last()).toContainText('Stopped')
      await expect(session.resume).toBeHidden()
    })

    await test.step('models and agents are its own; favourites and better words it has not', async () => {
      await session.model.click()
      await expect(dialog.getByRole('option', { name: /^Sketch/ })).toBeVisible()
      await expect(dialog.getByRole('button', { name: /favourite/i })).toBeHidden()
      await dialog.getByRole('option', { name: /^Sketch/ }).click()
      await session.agent.click()
      await expect(dialog.getByRole('option')).toHaveText([/^Build/, /^Plan/])
      await page.keyboard.press('Escape')
      await expect(page.getByRole('button', { name: 'Enhance' })).toBeHidden()
    })

    await test.step('its keys stay on the host', async () => {
      const headers = await keyHeaderOf(page)
      const route = new URL(`/api/servers/port-${PORT}/engine/config/providers`, page.url()).href
      const answer = await page.evaluate(async (asked) => (await fetch(asked.route, asked)).text(), {
        route,
        headers,
      })
      expect(answer).toContain('scripted')
      expect(answer).not.toContain(world.model.key)
    })

    await test.step('it is done while nobody looks; renamed, exported, archived, deleted', async () => {
      await session.ask('[script:gated slow answer]')
      await expect(session.fromKilo.last()).toContainText('slow')
      await menu('Rename session')
      await page.keyboard.press('ControlOrMeta+A')
      await page.keyboard.type('The second one')
      await page.keyboard.press('Enter')
      await expect(roster.entry('The second one')).toBeVisible()
      await page.getByRole('link', { name: 'Overview' }).click()
      world.model.release('step')
      await expect(roster.entry('The second one')).toHaveAccessibleDescription(/done/)
      await roster.entry('The second one').click()
      const file = page.waitForEvent('download')
      await menu('Export as JSON')
      expect((await file).suggestedFilename()).toBe('The-second-one.json')
      await menu('Share session')
      await expect(page.getByText('Sharing needs the network.')).toBeVisible()
      await menu('Delete session…')
      await dialog.getByRole('button', { name: 'Delete session' }).click()
      await expect(roster.entry('The second one')).toBeHidden()
    })

    await test.step('a terminal opens, types, fits, is there after a reload, and ends', async () => {
      await roster.newTerminal.click()
      await expect(terminalOf(page).region).toBeVisible()
      await page.goto(`${page.url()}?screenReader=1`)
      await terminalOf(page).type('echo here-$((40+2))')
      await expect(terminalOf(page).region).toContainText('here-42')
      await page.setViewportSize({ width: 1000, height: 640 })
      await page.reload()
      await terminalOf(page).type('echo "cols=$(tput cols)="')
      await expect(terminalOf(page).region).toContainText(/cols=(?!80=)\d+=/)
      await terminalOf(page).type('exit 3')
      await expect(terminalOf(page).region).toContainText('exited (3)')
      await terminalOf(page).close.click()
      await expect(terminalOf(page).region).toBeHidden()
    })

    await test.step('alone it does as well: what is new asks where', async () => {
      await kilo(['daemon', 'stop'])
      await expect(serversOf(page).start).toBeVisible()
      await roster.newSession.click()
      await session.ask('[script:text Alone.]')
      await expect(session.fromKilo.last()).toContainText('Alone.')
      await page.goto(new URL('/settings/configuration', page.url()).href)
      await expect(page.getByText('No server tells where its settings come from')).toBeVisible()
    })
    expect(existsSync(note)).toBe(true)
  } finally {
    await server.close()
  }
})
