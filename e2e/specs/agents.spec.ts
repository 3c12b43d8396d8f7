/** Agents, commands and rules files of a folder: where each stands, and how one is written, changed and removed without a word lost unsaid. */
import { access, mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expectAccessible } from '../accessible.ts'
import { expect, test } from '../fixtures.ts'
import { agentsOf } from '../models/agents.ts'
import { sessionOf } from '../models/session.ts'
import { savesOf } from '../saves.ts'
import { until } from '../world/engine.ts'

const FILES: Record<string, string> = {
  '.kilo/agent/reviewer.md': `---
description: Reviews what was changed
mode: subagent
temperature: 0.2
permission:
  edit: deny
  bash:
    "*": ask
    "git *": allow
---
You review.
`,
  '.kilo/kilo.jsonc': `{
  // Ours.
  "agent": { "helper": { "description": "Helps", "mode": "all", "prompt": "Help." } },
  "command": { "bye": { "template": "Say bye to $1" } }
}
`,
  '.kilo/command/hello.md': '---\ndescription: Says hello\n---\nSay hello to $ARGUMENTS\n',
  'AGENTS.md': '# Rules\n',
  'CLAUDE.md': '# Of another\n',
}

test.beforeEach(async ({ world }) => {
  for (const [name, content] of Object.entries(FILES)) {
    const file = path.join(world.project, name)
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, content)
  }
})

test('agents, commands and rules files are shown with their files, written, changed and removed', async ({
  consolePage: page,
  engine,
  world,
}) => {
  const at = (name: string) => path.join(world.project, name)
  const text = (name: string) => readFile(at(name), 'utf8')
  const isThere = (name: string) =>
    access(at(name)).then(
      () => true,
      () => false,
    )
  const agents = agentsOf(page)
  await agents.open(world.project)

  await test.step('where each comes from', async () => {
    await expect(agents.row('code')).toContainText('Built in')
    await expect(agents.row('reviewer')).toContainText('.kilo/agent/reviewer.md')
    await expect(agents.row('reviewer')).toContainText('changes refused, commands asked')
    await expect(agents.row('helper')).toContainText(/\.kilo\/kilo\.jsonc, line \d/)
    await expect(agents.row('/bye')).toContainText(/\.kilo\/kilo\.jsonc, line \d/)
    await expect(agents.row('/hello')).toContainText('.kilo/command/hello.md')
    await expectAccessible(page, 'agents')
  })

  await test.step('a new one has its file shown before it is written', async () => {
    await agents.add.click()
    await agents.field('Name').fill('../scribe')
    await expect(agents.dialog).toContainText('Letters, numbers, dots')
    await agents.field('Name').fill('scribe')
    await agents.press('Add agent')
    await expect(agents.field('Prompt')).toBeFocused()
    await expect(agents.dialog).toContainText('Required.')
    await agents.field('Prompt').fill('You write.')
    await agents.dialog.getByText('Written to').click()
    await expect(agents.dialog).toContainText('.kilo/agent/scribe.md')
    await expect(agents.dialog.getByText('mode: "all"')).toBeVisible()
    await expectAccessible(page, 'agent form')
    // Enter and another press at once: it is written once.
    const saves = savesOf(page)
    await agents.field('Name').press('Enter')
    await agents.field('Name').press('Enter')
    await expect(agents.dialog).toBeHidden()
    await expect(agents.add).toBeFocused()
    expect(saves('/agent-builder/scribe')).toBe(1)
    await expect(agents.row('scribe')).toContainText('.kilo/agent/scribe.md')
    expect(await text('.kilo/agent/scribe.md')).toContain('You write.')
  })

  await test.step('a change says what of the file is not kept, keeps its rules, and writes over nobody', async () => {
    await agents.act('reviewer', 'Edit…')
    await expect(agents.dialog).toContainText('Not kept: temperature')
    await agents.field('Description').fill('Reviews everything')
    await writeFile(at('.kilo/agent/reviewer.md'), `${FILES['.kilo/agent/reviewer.md']}And more.\n`)
    await agents.dialog.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(agents.dialog).toContainText('Its file was changed meanwhile')
    expect(await text('.kilo/agent/reviewer.md')).toContain('And more.')
    await agents.dialog.getByRole('button', { name: 'Cancel' }).click()
    await writeFile(at('.kilo/agent/reviewer.md'), FILES['.kilo/agent/reviewer.md'] ?? '')
    await page.getByRole('button', { name: 'Refresh' }).click()
    await agents.act('reviewer', 'Edit…')
    await agents.field('Description').fill('Reviews everything')
    await expect(async () => {
      await agents.dialog.getByRole('button', { name: 'Save', exact: true }).click()
      await expect(agents.dialog).toBeHidden({ timeout: 8000 })
    }).toPass()
    await expect(agents.row('reviewer')).toContainText('Reviews everything')
    const told = await engine.ask<{ name: string; permission: object[] }[]>('/agent')
    const { permission } = told.find(({ name }) => name === 'reviewer') ?? { permission: [] }
    expect(permission).toContainEqual({ permission: 'bash', pattern: 'git *', action: 'allow' })
    await agents.act('helper', 'Edit…')
    await agents.field('Prompt').fill('Help well.')
    await agents.finish('Save')
    await until(
      'the new prompt',
      async () => (await text('.kilo/kilo.jsonc')).includes('Help well.') || undefined,
    )
    expect(await text('.kilo/kilo.jsonc')).toContain('// Ours.')
  })

  await test.step('what is half written is there again, until it is cancelled', async () => {
    await agents.add.click()
    await expect(agents.field('Name')).toBeFocused()
    await agents.field('Name').fill('half')
    await page.keyboard.press('Escape')
    await expect(agents.dialog).toBeHidden()
    await expect(agents.add).toBeFocused()
    await agents.addCommand.click()
    await expect(agents.field('Name')).toBeFocused()
    await agents.field('Template').fill('Half a command')
    await agents.press('Add command')
    await expect(agents.field('Name')).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(agents.addCommand).toBeFocused()
    await agents.rules.getByRole('textbox', { name: 'AGENTS.md' }).fill('# Half\n')
    await page.getByRole('link', { name: 'Projects', exact: true }).first().click()
    await expect(agents.rules).toBeHidden()
    await page.goBack()
    await expect(agents.rules.getByRole('textbox', { name: 'AGENTS.md' })).toHaveValue('# Half\n')
    await agents.rules.getByRole('button', { name: 'Cancel' }).click()
    await agents.addCommand.click()
    await expect(agents.field('Template')).toHaveValue('Half a command')
    await agents.press('Cancel')
    await agents.add.click()
    await expect(agents.field('Name')).toHaveValue('half')
    await agents.press('Cancel')
    await agents.add.click()
    await expect(agents.field('Name')).toHaveValue('')
    await agents.press('Cancel')
    await agents.act('reviewer', 'Edit…')
    await expect(agents.field('Description')).toBeFocused()
    await agents.press('Cancel')
    await expect(page.getByRole('button', { name: 'Actions for reviewer', exact: true })).toBeFocused()
  })

  await test.step('a default, and one that is left out of the prompt’s picker', async () => {
    await agents.act('scribe', 'Set as default agent…')
    await agents.finish('Save')
    await expect(page.getByRole('region', { name: 'Agents' })).toContainText(
      /Default agentscribe\.kilo\/kilo\.jsonc, line \d/,
    )
    await agents.act('debug', 'Hide from pickers')
    await expect(agents.row('debug')).toContainText('hidden here')
  })

  await test.step('commands', async () => {
    await agents.addCommand.click()
    await agents.field('Name').fill('praise')
    await agents.field('Template').fill('Praise $ARGUMENTS')
    await agents.dialog.getByRole('combobox', { name: 'Agent' }).selectOption('scribe')
    await agents.finish('Add command')
    await expect(agents.row('/praise')).toContainText('by scribe')
    const commands = await engine.ask<{ name: string; template: string }[]>('/command')
    expect(commands.find(({ name }) => name === 'praise')?.template).toBe('Praise $ARGUMENTS')
    await agents.act('/hello', 'Remove…')
    await expect(agents.dialog).toContainText('.kilo/command/hello.md is deleted')
    await agents.finish('Remove command')
    await expect(agents.row('/hello')).toBeHidden()
    expect(await isThere('.kilo/command/hello.md')).toBe(false)
    await agents.act('/bye', 'Remove…')
    await agents.finish('Remove command')
    await expect(agents.row('/bye')).toBeHidden()
  })

  await test.step('rules files: saved over what was read alone', async () => {
    const editor = agents.rules.getByRole('textbox', { name: 'AGENTS.md' })
    await editor.fill('# Rules\n\nBe brief.\n')
    await writeFile(at('AGENTS.md'), '# Theirs\n')
    await agents.rules.getByRole('button', { name: 'Save' }).click()
    await expect(agents.rules).toContainText('The file was changed meanwhile. Nothing was written.')
    expect(await text('AGENTS.md')).toBe('# Theirs\n')
    await agents.rules.getByRole('button', { name: 'Save yours' }).click()
    await expect(agents.rules.getByRole('button')).toHaveCount(0)
    expect(await text('AGENTS.md')).toBe('# Rules\n\nBe brief.\n')
    await agents.rules.getByText('CLAUDE.md').click()
    await expect(agents.rules.getByText('# Of another')).toBeVisible()
  })

  await test.step('one is removed, with its file named; the picker has neither it nor the hidden one', async () => {
    await agents.act('scribe', 'Remove…')
    await expect(agents.dialog).toContainText('.kilo/agent/scribe.md is deleted, with')
    await agents.finish('Remove agent')
    await expect(agents.row('scribe')).toBeHidden()
    expect(await isThere('.kilo/agent/scribe.md')).toBe(false)
    await expect(page.getByRole('region', { name: 'Agents' })).toContainText('There is no such agent here')
    const { id } = await engine.ask<{ id: string }>('/session', {})
    await page.goto(new URL(`/servers/daemon/sessions/${id}`, page.url()).href)
    await sessionOf(page).agent.click()
    const picker = page.getByRole('dialog', { name: 'Agent' })
    await expect(picker.getByRole('option', { name: 'helper' })).toBeVisible()
    await expect(picker.getByRole('option', { name: /debug/i })).toHaveCount(0)
    await picker.getByRole('button', { name: 'Show 1 hidden' }).click()
    await expect(picker.getByRole('option', { name: /debug/i })).toBeVisible()
  })
})
