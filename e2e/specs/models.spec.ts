/** Models: what there is and what it costs, what is taken when, favourites that the TUI shares, and what is hidden. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expectAccessible } from '../accessible.ts'
import { expect, test } from '../fixtures.ts'
import { modelsOf } from '../models/models.ts'
import { sessionOf } from '../models/session.ts'
import type { World } from '../world/world.ts'

const SETTINGS = `{
  // Whoever asks.
  "agent": { "ask": { "model": "scripted/gone" } }
}
`
const MANY = 4000

const fileOf = ({ project }: World) => path.join(project, '.kilo/kilo.jsonc')

test.beforeEach(async ({ world }) => {
  await mkdir(path.dirname(fileOf(world)), { recursive: true })
  await writeFile(fileOf(world), SETTINGS)
})

test('models of a server are found, compared, hidden and set, and what asks for one that is not there says so', async ({
  consolePage: page,
  engine,
  world,
}) => {
  const models = modelsOf(page)
  const file = fileOf(world)
  await models.open(true, world.project)

  await test.step('what each can do and costs', async () => {
    await expect(models.count).toHaveText('2 models')
    await expect(models.row('Story')).toContainText('Default model')
    await expect(models.row('Story')).toContainText('$1.25 in, $10 out')
    await models
      .row('Story')
      .getByRole('button', { expanded: false, name: /^Story/ })
      .click()
    for (const fact of ['200,000 tokens', '32,000 tokens', 'text, images, PDF', 'low, medium, high'])
      await expect(models.row('Story')).toContainText(fact)
    await models.filter('Images').click()
    await expect(models.count).toHaveText('1 model')
    await models.search.fill('nothing like it')
    await page.getByRole('button', { name: 'Clear filters' }).click()
    await models.choice('Order').selectOption('Cheapest first')
    await expect(models.region.getByRole('listitem').first()).toContainText('Sketch')
  })

  await test.step('two side by side', async () => {
    for (const name of ['Story', 'Sketch']) await models.compare(name).check()
    await page.getByRole('button', { name: 'Compare 2 of 4' }).click()
    const dialog = page.getByRole('dialog', { name: 'Compare models' })
    await expect(dialog.getByRole('row', { name: /^Price in/ })).toHaveText(/\$0\.10\$1\.25|\$1\.25\$0\.10/)
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
  })

  await test.step('a favourite is the engine’s, for the TUI to see', async () => {
    await models.star('Sketch').click()
    await expect(models.star('Sketch')).toHaveAttribute('aria-pressed', 'true')
    const { favorite } = await engine.ask<{ favorite: unknown[] }>('/config/model-state')
    expect(favorite).toEqual([{ providerID: 'scripted', modelID: 'sketch' }])
    await models.filter('Favourites').click()
    await expect(models.count).toHaveText('1 model')
    await models.filter('Favourites').click()
  })

  await test.step('an agent’s model that no provider has is said, and another is written beside the comment', async () => {
    await expect(models.use('Agent ask')).toContainText('No provider offers it here')
    await expect(models.use('Agent ask')).toContainText(/\.kilo\/kilo\.jsonc, line \d/)
    await models.use('Agent ask').getByRole('button', { name: 'Change Agent ask' }).click()
    await page.getByRole('dialog').getByRole('option', { name: 'Sketch' }).click()
    await page.getByRole('dialog', { name: 'Agent ask' }).getByRole('button', { name: 'Save' }).click()
    await expect(models.use('Agent ask')).toContainText('scripted/sketch')
    await expect(models.use('Agent ask')).not.toContainText('No provider')
    expect(await readFile(file, 'utf8')).toContain('// Whoever asks.')
    await models.act('Story', 'Set for an agent…')
    await page.getByRole('combobox', { name: 'Agent' }).selectOption('plan')
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
    await expect(models.use('Agent plan')).toContainText('scripted/story')
    await models.use('Agent plan').getByRole('button', { name: 'Reset Agent plan' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Reset' }).click()
    // What stands behind a dialog is hidden.
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect(models.use('Agent plan')).toBeHidden()
    const agents = await engine.ask<{ name: string; model?: { modelID: string } }[]>('/agent')
    expect(agents.find(({ name }) => name === 'ask')?.model?.modelID).toBe('sketch')
  })

  await test.step('what is hidden is left out of the prompt’s picker, until it is asked for', async () => {
    await models.act('Sketch', 'Hide from pickers')
    await expect(models.count).toHaveText('1 model')
    await models.filter('Show 1 hidden').click()
    await expect(models.row('Sketch')).toContainText('hidden')
    await expectAccessible(page, 'models')
    const { id } = await engine.ask<{ id: string }>('/session', {})
    await page.goto(new URL(`/servers/daemon/sessions/${id}`, page.url()).href)
    await sessionOf(page).model.click()
    const picker = page.getByRole('dialog', { name: 'Model' })
    await expect(picker.getByRole('option')).toHaveText([/Story/])
    await picker.getByRole('button', { name: 'Show 1 hidden' }).click()
    await expect(picker.getByRole('option')).toHaveCount(2)
    await page.keyboard.press('Escape')
  })

  await test.step(`${MANY} of them are gone through by keys, and few are drawn`, async () => {
    await page.route('**/api/servers/*/choices*', async (route) => {
      const answer = await route.fetch()
      const known = (await answer.json()) as { providers: { providers: { models: object }[] } }
      const made = Array.from({ length: MANY }, (_, index) => [
        `m${index}`,
        { id: `m${index}`, name: `Made ${index}`, limit: { context: index } },
      ])
      Object.assign(known.providers.providers[0] ?? {}, { models: Object.fromEntries(made) })
      await route.fulfill({ json: known })
    })
    await models.open(true, world.project)
    await expect(models.count).toHaveText('4,000 models')
    await models
      .row('Made 0')
      .getByRole('button', { name: /^Made 0/ })
      .focus()
    for (let step = 1; step <= 20; step++) {
      await page.keyboard.press('ArrowDown')
      await expect(models.row(`Made ${step}`).getByRole('button', { name: /^Made/ })).toBeFocused()
    }
    expect(await models.region.getByRole('listitem').count()).toBeLessThan(60)
    await models.search.fill('made 3999')
    await expect(models.region.getByRole('listitem')).toHaveCount(1)
  })
})
