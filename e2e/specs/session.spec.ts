import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from '../fixtures.ts'
import { rosterOf } from '../models/roster.ts'
import { sessionOf } from '../models/session.ts'

test.use({ shared: true })

test.beforeEach(async ({ consolePage: page }) => {
  await rosterOf(page).newSession.click()
  // It opens when it is there, whatever was opened meanwhile.
  await expect(page).toHaveURL(/\/sessions\//)
})

test('Stop ends an answer that would not end', async ({ consolePage: page, world }) => {
  const session = sessionOf(page)
  await session.ask('[script:endless and on ]')
  await expect(session.fromKilo.last()).toContainText('and on and on')
  await session.stop.click()
  await expect(session.send).toBeVisible()
  await expect.poll(() => world.model.requests.at(-1)?.state).toBe('aborted')
  await session.ask('[script:text Calm again.]')
  await expect(session.fromKilo.last()).toContainText('Calm again.')
})

test('a rejected command tells the model what to do instead', async ({ consolePage: page, world }) => {
  const session = sessionOf(page)
  await session.ask('[script:bash rm -rf notes]')
  await session.permission.instead.fill('Move them to the bin')
  await session.permission.reject.click()
  await expect(session.permission.region).toBeHidden()
  await expect(session.fromKilo.last()).toContainText('Ran rm -rf notes.')
  const heard = world.model.requests.map((request) => request.heard)
  expect(heard.filter((text) => text.includes('Move them to the bin'))).not.toEqual([])
})

test('a question is answered, though the code for it could not be had at first', async ({
  consolePage: page,
  engine,
  problems,
}) => {
  problems.allow(/ERR_FAILED/)
  const session = sessionOf(page)
  // When Kilo begins to work, and when the question comes.
  const code = /assets\/question-card-.*\.js/
  await page.route(code, (route) => route.abort())
  await session.ask('[script:question Which colour?: Red | Blue]')
  await expect(page.getByRole('alert')).toContainText('This could not be loaded.')
  await page.unroute(code)
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(session.question.region).toContainText('Which colour?')
  // The button that it was asked for with went with the focus.
  await expect(session.question.option(/Red/)).toBeFocused()
  await session.question.option(/Blue/).check()
  await session.question.answer.click()
  await expect(session.fromKilo.last()).toContainText('Noted.')
  await expect(session.question.region).toBeHidden()
  expect(await engine.ask('/question')).toEqual([])
})

test('a question is dismissed', async ({ consolePage: page }) => {
  const session = sessionOf(page)
  await session.ask('[script:question Which colour?: Red | Blue]')
  await session.question.dismiss.click()
  await expect(session.question.region).toBeHidden()
  await expect(session.send).toBeVisible()
})

test('model and agent are chosen by searching', async ({ consolePage: page, world }) => {
  const session = sessionOf(page)
  const dialog = page.getByRole('dialog').filter({ has: page.getByRole('textbox', { name: 'Search' }) })
  await session.agent.click()
  await dialog.getByRole('textbox', { name: 'Search' }).fill('plan')
  await dialog.getByRole('option', { name: /plan/i }).click()
  await expect(session.agent).toHaveAccessibleName(/plan/i)

  await session.model.click()
  await dialog.getByRole('textbox', { name: 'Search' }).fill('sket')
  await dialog.getByRole('option', { name: /Sketch/ }).click()
  await expect(session.model).toHaveAccessibleName(/Sketch/)

  await session.ask('[script:text From the small one.]')
  await expect(session.fromKilo.last()).toContainText('From the small one.')
  expect(world.model.requests.at(-1)?.model).toBe('sketch')
})

test('todos and changes of a story are shown', async ({ consolePage: page, engine, world }) => {
  const id = await engine.prompt('Add a dark theme', 'Dark theme')
  await rosterOf(page)
    .entry(/Dark theme/)
    .click()
  const session = sessionOf(page)
  await expect(session.fromKilo.last()).toContainText('follows the system’s dark setting')
  await expect(session.todos.getByRole('listitem')).toHaveCount(3)
  await expect(session.todos).toContainText('Check the contrast')
  await session.changes.getByRole('button', { name: /src\/theme\.css/ }).click()
  await expect(session.changes).toContainText('prefers-color-scheme: dark')
  expect(page.url()).toContain(id)
  await session.fromKilo
    .last()
    .getByRole('button', { name: /^\d+ files? changed$/ })
    .click()
  await expect(session.changes.getByRole('combobox', { name: 'Changes of' })).toHaveValue('turn')
  await expect(session.changes.getByRole('button', { name: /src\/theme\.css/ })).toBeVisible()
  const sheet = await readFile(path.join(world.project, 'src/theme.css'), 'utf8')
  expect(sheet).toContain('prefers-color-scheme: dark')
})

test('fault 48: a reload in the middle of an answer shows the same text', async ({
  consolePage: page,
  world,
}) => {
  const session = sessionOf(page)
  await session.ask('[script:gated alpha beta gamma]')
  world.model.release()
  await expect(session.fromKilo.last()).toContainText('alpha beta')
  await page.reload()
  await expect(session.fromKilo.last()).toContainText('alpha beta')
  world.model.release()
  await expect(session.fromKilo.last()).toContainText('alpha beta gamma')
})

test('a block of code that is being written keeps its element', async ({ consolePage: page, world }) => {
  const session = sessionOf(page)
  await session.ask('[script:fence]')
  const code = session.fromKilo.last().locator('pre code')
  await expect(code).toHaveText('const a = 1')
  await code.evaluate((element) => element.setAttribute('data-seen', ''))
  world.model.release()
  await expect(code).toHaveText('const a = 1\nconst b = 2')
  world.model.release()
  await expect(session.fromKilo.last()).toContainText('That is all.')
  await expect(code).toHaveAttribute('data-seen')
  await expect(code.locator('..').getByRole('button', { name: 'Copy code' })).toHaveCount(1)
})

test('a refused key is shown with a way to try again', async ({ consolePage: page }) => {
  const session = sessionOf(page)
  await session.ask('[script:error 401]')
  await expect(session.conversation).toContainText('the script asked for status 401')
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible()
})

test('a failing model is tried again until it answers', async ({ consolePage: page }) => {
  const session = sessionOf(page)
  await session.ask('[script:error 500 1]')
  await expect(session.fromKilo.last()).toContainText('It works again.')
})

test('fault 40, 41: what the model writes stays inert', async ({ consolePage: page }) => {
  const session = sessionOf(page)
  await session.ask('[script:xss]')
  await expect(session.send).toBeVisible()
  await expect(session.fromKilo.last()).toContainText('link')
  expect(await page.evaluate(() => Reflect.get(window, 'pwned'))).toBeUndefined()
  const dangerous = session.conversation.locator(
    'script, iframe, object, embed, form, [onerror], [onload], [href^="javascript" i]',
  )
  await expect(dangerous).toHaveCount(0)
})

test.describe('in a world of its own, whose rules it changes', () => {
  test.use({ shared: false })

  test('Allow always asks once, and covers what was chosen', async ({ consolePage: page, world }) => {
    const session = sessionOf(page)
    const { region, always } = session.permission
    await session.ask('[script:bash echo once && find . -name nothing]')
    for (const rule of ['echo *', 'find *']) await region.getByRole('checkbox', { name: rule }).uncheck()
    await expect(always).toBeDisabled()
    await region.getByRole('checkbox', { name: 'echo *' }).check()
    await always.click()
    await expect(session.conversation).toContainText('Ran echo once')
    const rules = await readFile(path.join(world.home, '.config/kilo/kilo.jsonc'), 'utf8')
    expect(rules).toContain('"echo *": "allow"')
    expect(rules).not.toContain('find *')
    await session.ask('[script:bash echo once]\n[script:text And that was all.]')
    await expect(session.fromKilo.last()).toContainText('And that was all.')
    await expect(region).toBeHidden()
  })
})
