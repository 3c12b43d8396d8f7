/** The engine's settings: where each comes from, and how one is changed without a comment or a turn lost. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expectAccessible } from '../accessible.ts'
import { expect, test } from '../fixtures.ts'
import { configurationOf } from '../models/configuration.ts'
import { sessionOf } from '../models/session.ts'
import { readConfiguration } from '../../packages/console/host/configuration/read-configuration.ts'
import { daemonAddress, until } from '../world/engine.ts'
import { plantSettings, randomSettings } from '../world/random-settings.ts'
import type { World } from '../world/world.ts'

const SECRET = 'sk-planted'
/** Random sets of files, a second each. */
const SETS = Number(process.env['KILO_TEST_SETS'] ?? 8)
/** So many writes, each beside as many turns. */
const TURNS = Number(process.env['KILO_TEST_TURNS'] ?? 1)

/** By path below the world's home: every kind of place that can be planted without being root. */
const FILES: Record<string, string> = {
  // Else the engine allows every command, at its first start beside a configuration.
  '.config/kilo/.bash-permission-migrated': '',
  '.config/kilo/kilo.jsonc': `{
  // Of all projects.
  "share": "manual",
  "username": "ada",
  "compaction": { "threshold_percent": 80 },
  "mcp": { "files": { "type": "local", "command": ["true"], "environment": { "TOKEN": "${SECRET}" }, "enabled": false } }
}
`,
  '.config/kilo/opencode.json': '{ "instructions": ["global.md"] }\n',
  'extra.json': '{\n  "share": "auto"\n}\n',
  'folder/kilo.jsonc': '{ "tool_output": { "max_lines": 500 } }\n',
  'fieldnotes/kilo.json': '{\n  "share": "disabled",\n  "instructions": ["project.md"]\n}\n',
  'fieldnotes/.kilo/kilo.jsonc': `{
  // Who is asked.
  "username": "grace", // and not ada
  "colour": "green"
}
`,
  'fieldnotes/.kilocode/kilo.json': `{\n  "apiKey": "${SECRET}",\n  "share":\n}\n`,
}

const fileOf = (world: World) => path.join(world.project, '.kilo/kilo.jsonc')

test.beforeEach(async ({ world }) => {
  for (const [name, text] of Object.entries(FILES)) {
    const file = path.join(world.home, name)
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, text)
  }
  Object.assign(world.env, {
    KILO_CONFIG: path.join(world.home, 'extra.json'),
    KILO_CONFIG_DIR: path.join(world.home, 'folder'),
  })
})

test('every setting says which file and line decides it, who gives way, and what was passed over; no secret is sent', async ({
  consolePage: page,
  engine,
  problems,
  world,
}) => {
  const settings = configurationOf(page)
  const answers: string[] = []
  page.on('response', async (response) => {
    if (response.url().includes('/configuration')) answers.push(await response.text().catch(() => ''))
  })
  await settings.open(world.project)

  await test.step('the value in force, its line, and what is below it', async () => {
    const effective = await engine.ask<Record<string, unknown>>('/config')
    expect(effective).toMatchObject({ share: 'disabled', username: 'grace', tool_output: { max_lines: 500 } })
    await expect(settings.control('share')).toHaveValue('disabled')
    await expect(settings.source('share')).toHaveText(/^Source: kilo\.json, line \d$/)
    await settings.source('share').click()
    const layers = settings.row('share').getByRole('list').getByRole('listitem')
    await expect(layers).toHaveText([
      /^kilo\.json, line \d.*disabled.*in force$/,
      /^KILO_CONFIG: ~\/extra\.json, line \d.*auto.*gives way$/,
      /^~\/\.config\/kilo\/kilo\.jsonc, line \d.*manual.*gives way$/,
    ])
    await expect(settings.source('username')).toHaveText('Source: .kilo/kilo.jsonc, line 4')
    await expect(settings.source('tool_output.max_lines')).toHaveText(
      /^Source: ~\/folder\/kilo\.jsonc, line \d/,
    )
    await expect(settings.source('instructions')).toHaveText('Source: 2 files together')
    await expect(settings.source('model')).toHaveText('Source: KILO_CONFIG_CONTENT or another')
    await expect(settings.source('web_search')).toHaveText('Source: default')
  })

  await test.step('what was passed over, with its line and the way out', async () => {
    const notes = page.getByRole('note')
    await expect(notes.filter({ hasText: '.kilocode/kilo.json, line 4: Not valid JSON' })).toBeVisible()
    await expect(
      notes.filter({ hasText: '.kilo/kilo.jsonc, line 5: Kilo knows no setting called colour' }),
    ).toContainText('The rest of the file is used.')
    await expect(settings.sources).toContainText('not told apart')
    await expect(
      settings.sources.getByRole('listitem').filter({ hasText: '.kilocode/kilo.json' }).first(),
    ).toContainText('not used')
  })

  await test.step('a secret is told to be there, and is not sent', async () => {
    await expect(settings.row('mcp.files.environment.TOKEN')).toContainText('set')
    expect(answers.length).toBeGreaterThan(0)
    for (const answer of answers) expect(answer).not.toContain(SECRET)
  })

  await test.step('looking for it, and everybody’s', async () => {
    await settings.search.fill('threshold')
    await expect(settings.control('compaction.threshold_percent')).toHaveValue('80')
    await expect(settings.control('share')).toBeHidden()
    await settings.search.fill('no such thing')
    await expect(page.getByText('No setting has “no such thing”')).toBeVisible()
    await settings.search.fill('')
    await expectAccessible(page, 'configuration')
    await settings.of.selectOption('Global')
    await expect(settings.control('username')).toHaveValue('ada')
    await expect(settings.source('share')).toHaveText(/^Source: KILO_CONFIG: ~\/extra\.json, line \d$/)
  })

  await test.step('over any files, the one that is named is the one that the engine goes by', async () => {
    const { url, username, password } = await daemonAddress(world)
    const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
    const asked = {
      scope: 'project',
      directory: world.project,
      isHere: true,
      dropped: () => undefined,
    } as const
    // The page reads anew whenever the engine puts its folders away, and may be answered by one that is just put away again.
    problems.allow(/ 502 .*\/configuration\?scope=/)
    for (const set of randomSettings(SETS, Date.now())) {
      await plantSettings(world.home, set)
      await engine.ask('/global/dispose', {})
      const { fields } = await readConfiguration({ ...asked, target: { url, authorization, owner: {} } })
      const wrong = fields.filter(
        ({ origin, layers }) => layers.length > 0 && !/^(layer|joined)$/.test(origin),
      )
      expect(wrong, JSON.stringify(set)).toEqual([])
    }
  })
})

test('a change keeps comments, waits for turns or stops them when told to, loses no prompt, and a conflict shows both sides', async ({
  consolePage: page,
  context,
  engine,
  problems,
  world,
}) => {
  const settings = configurationOf(page)
  const file = fileOf(world)
  const permissionOf = (id: string) =>
    until('the permission', async () => {
      const asked = await engine.ask<{ id: string; sessionID: string }[]>('/permission')
      return asked.find(({ sessionID }) => sessionID === id)?.id
    })

  await test.step('saved when the session is done, comments and all', async () => {
    const id = await engine.prompt('[script:bash echo hi]', 'Says hi')
    const asked = await permissionOf(id)
    await settings.open(world.project)
    await settings.control('compaction.threshold_percent').fill('60')
    const panel = settings.panel('compaction.threshold_percent')
    await expect(panel).toContainText('Saving now stops 1 session: “Says hi”')
    await panel.getByRole('button', { name: 'Save when idle' }).click()
    await expect(page.getByRole('note').filter({ hasText: 'Saved when no session works' })).toContainText(
      'compaction.threshold_percent = 60',
    )
    expect(await readFile(file, 'utf8')).not.toContain('threshold')
    await engine.ask(`/permission/${asked}/reply`, { reply: 'once' })
    await expect(settings.source('compaction.threshold_percent')).toHaveText(
      /^Source: \.kilo\/kilo\.jsonc, line \d/,
    )
    const text = await readFile(file, 'utf8')
    expect(text).toContain('// Who is asked.')
    expect(text).toContain('"grace", // and not ada')
    expect(text).toMatch(/"threshold_percent": 60/)
    const [, answer] = await engine.ask<{ info: { error?: unknown; finish?: string } }[]>(
      `/session/${id}/message`,
    )
    expect(answer?.info.error).toBeUndefined()
  })

  await test.step('a file that was changed meanwhile: both sides, and one of them', async () => {
    await settings.control('username').fill('joan')
    await writeFile(file, (await readFile(file, 'utf8')).replace('"grace"', '"edsger"'))
    const panel = settings.panel('username')
    await panel.getByRole('button', { name: 'Save' }).click()
    await expect(panel).toContainText('Nothing was written')
    await expect(panel).toContainText('edsger')
    expect(await readFile(file, 'utf8')).toContain('edsger')
    await panel.getByRole('button', { name: 'Save yours' }).click()
    await expect(panel).toBeHidden()
    await expect(settings.control('username')).toHaveValue('joan')
    expect(await readFile(file, 'utf8')).toContain('"joan"')
    await settings.undo('username').click()
    await expect(settings.control('username')).toHaveValue('edsger')
    await expect(settings.undo('username')).toBeVisible()
    expect(await readFile(file, 'utf8')).toContain('"edsger", // and not ada')
  })

  await test.step('taken out again', async () => {
    await settings.reset('username').click()
    await settings.panel('username').getByRole('button', { name: 'Save' }).click()
    await expect(settings.control('username')).toHaveValue('ada')
    expect(await readFile(file, 'utf8')).not.toContain('username')
  })

  await test.step('stopped when told to; every prompt that is sent meanwhile arrives', async () => {
    const turns = Array.from({ length: TURNS }, (_, turn) => turn)
    const roster = page.getByRole('navigation', { name: 'Roster' })
    for (let write = 1; write <= TURNS; write += 1) {
      if (write > 1) await settings.open(world.project)
      const ids: string[] = []
      for (const turn of turns) ids.push(await engine.prompt('[script:stall]', `Turn ${write}.${turn}.`))
      await until('all of them at work', async () => {
        const busy = await engine.ask<Record<string, unknown>>('/session/status')
        return ids.every((id) => busy[id]) || undefined
      })
      await settings.control('compaction.tail_turns').fill(String(write + 2))
      const panel = settings.panel('compaction.tail_turns')
      await expect(panel).toContainText(`Saving now stops ${TURNS} session`)
      await panel.getByRole('button', { name: 'Stop and save' }).click()
      const session = sessionOf(page)
      // By its key: rows move while turns end.
      const openTurn = async (turn: number) => {
        await roster.getByRole('link', { name: `Turn ${write}.${turn}.` }).press('Enter')
        await expect(page.getByRole('heading', { name: `Turn ${write}.${turn}.` })).toBeVisible()
      }
      for (const turn of turns) {
        await openTurn(turn)
        await session.ask(`[script:text Here is ${write}.${turn}.]`)
      }
      for (const turn of turns) {
        await openTurn(turn)
        await expect(session.fromKilo.last()).toContainText(`Here is ${write}.${turn}.`)
      }
      expect(await readFile(file, 'utf8')).toContain(`"tail_turns": ${write + 2}`)
    }
    expect(context.pages()).toHaveLength(1)
  })

  await test.step('a broken file is left as it is', async () => {
    problems.allow(/ 400 .*\/configuration\?directory=/)
    await settings.open(world.project)
    await writeFile(file, '{ "username": ')
    await settings.control('share').selectOption('manual')
    const panel = settings.panel('share')
    await panel.getByRole('button', { name: 'Save' }).click()
    await expect(panel.getByRole('alert')).toContainText('no valid JSON')
    expect(await readFile(file, 'utf8')).toBe('{ "username": ')
    await page.getByRole('button', { name: 'Refresh' }).click()
    await expect(page.getByText('Nothing can be changed here until the file is mended')).toBeVisible()
    await expect(settings.control('share')).toBeDisabled()
  })

  await test.step('it is mended by hand, with what fits offered, and its secrets unseen and unharmed', async () => {
    const broken = `{\n  // Kept.\n  "apiKey": "${SECRET}",\n  "user\n}\n`
    await writeFile(file, broken)
    await settings.editFile('.kilo/kilo.jsonc').first().click()
    const editor = settings.file('.kilo/kilo.jsonc')
    const text = editor.getByRole('textbox')
    await expect(text).toHaveValue(/"apiKey": "\{hidden:[\da-f]{12}\}"/)
    await expect(editor.getByRole('note')).toContainText('Line 4: a closing quote is missing')
    await expect(editor.getByRole('button', { name: 'Save' })).toBeDisabled()
    await expectAccessible(page, 'a file of settings')
    const shown = await text.inputValue()
    await text.fill(shown.replace(/"?\{hidden:[\da-f]{12}\}\n\}/, '"user"\n}'))
    await text.press('Control+End')
    for (let up = 0; up < 2; up += 1) await text.press('ArrowUp')
    await text.press('End')
    await text.press('ArrowLeft')
    await expect(editor.getByRole('group', { name: 'Suggestions' })).toContainText('username')
    await text.press('Control+Space')
    await text.pressSequentially('"joan"')
    await text.press('Control+s')
    // The engine adds a line of its own when it reads it.
    await expect
      .poll(() => readFile(file, 'utf8'))
      .toContain(`// Kept.\n  "apiKey": "${SECRET}",\n  "username": "joan"\n}\n`)
    await editor.getByRole('button', { name: 'Back to settings' }).click()
    await expect(settings.control('username')).toHaveValue('joan')
  })
})
