/** Permission rules: who sets each, which of them counts, and that what the page says of a call is what the engine does with it. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expectAccessible } from '../accessible.ts'
import { expect, test } from '../fixtures.ts'
import { permissionsOf } from '../models/permissions.ts'
import { until, type EngineClient } from '../world/engine.ts'

const GLOBAL =
  '{ "permission": { "bash": { "echo *": "allow", "git push *": "deny", "git log *": "deny" } } }\n'
const PROJECT = `{
  // Who is asked, and for what.
  "permission": { "bash": { "*": "ask", "git log *": "allow" }, "webfetch": "deny" },
  "agent": { "helper": { "mode": "all", "permission": { "bash": "deny" } } }
}
`
const CALLS = [
  'echo hello',
  'git status',
  'git push',
  'git log -1',
  'echo one && git push origin main',
  'git log -1 | wc -l',
  'echo "git push; ls"',
  'cd src && echo there',
]

interface Part {
  type: string
  state?: { status: string }
}

/** What the engine does with a command that the model wants to run. */
async function whatItDoes(engine: EngineClient, command: string): Promise<string> {
  const id = await engine.prompt(`[script:tool bash ${JSON.stringify({ command, description: 'Tries it' })}]`)
  const outcome = await until(`an outcome of ${command}`, async () => {
    const asked = await engine.ask<{ id: string; sessionID: string }[]>('/permission')
    const own = asked.find(({ sessionID }) => sessionID === id)
    if (own) {
      await engine.ask(`/permission/${own.id}/reply`, { reply: 'reject' })
      return 'Asks'
    }
    const messages = await engine.ask<{ parts: Part[] }[]>(`/session/${id}/message`)
    const status = messages.flatMap(({ parts }) => parts).find(({ type }) => type === 'tool')?.state?.status
    if (status === 'completed') return 'Allowed'
    return status === 'error' ? 'Refused' : undefined
  })
  // Nobody is at work when a rule is saved.
  await until('the end of its turn', async () => {
    const busy = await engine.ask<Record<string, unknown>>('/session/status')
    return id in busy ? undefined : true
  })
  return outcome
}

test.beforeEach(async ({ world }) => {
  const { permission, ...others } = JSON.parse(world.env['KILO_CONFIG_CONTENT'] ?? '{}') as {
    permission: unknown
  }
  expect(permission).toBeDefined()
  world.env['KILO_CONFIG_CONTENT'] = JSON.stringify(others)
  for (const [name, text] of [
    ['.config/kilo/.bash-permission-migrated', ''],
    ['.config/kilo/kilo.jsonc', GLOBAL],
    ['fieldnotes/.kilo/kilo.jsonc', PROJECT],
  ] as const) {
    const file = path.join(world.home, name)
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, text)
  }
})

test('a rule stands with its file and whether it counts, and a call does what the page says', async ({
  consolePage: page,
  engine,
  world,
}) => {
  const rules = permissionsOf(page)
  await rules.open(world.project)

  await test.step('whose each is, which one counts, and which has no effect', async () => {
    await expect(rules.row('All agents', 'bash git push *')).toContainText('~/.config/kilo/kilo.jsonc')
    await expect(rules.row('All agents', 'bash git push *')).toContainText('Without effect: * below is asks')
    await expect(rules.row('All agents', 'webfetch')).toContainText(/\.kilo\/kilo\.jsonc, line \d/)
    await expect(rules.row('Agent helper', 'bash')).toContainText('Refused')
    await expect(rules.table('All agents').getByRole('row').last()).toContainText('webfetch')
  })

  await test.step('the engine does with each call what the page says of it', async () => {
    for (const call of CALLS) {
      await rules.call.fill(call)
      const said = await rules.verdict.locator('p').first().textContent()
      expect(`${call}: ${said?.split(' ')[0]}`).toBe(`${call}: ${await whatItDoes(engine, call)}`)
    }
    await rules.call.fill('git push')
    await rules.agent.selectOption('helper')
    await expect(rules.verdict).toContainText('Refused by helper')
    await rules.call.fill('cat /etc/hosts')
    await expect(rules.verdict).toContainText('Paths outside the folder')
    await rules.kind.selectOption('Fetch a page')
    await rules.call.fill('https://example.com')
    await expect(rules.verdict).toContainText('Refused')
    await expectAccessible(page, 'permissions')
  })

  await test.step('a rule that is added, changed and removed, with the comment left where it is', async () => {
    const file = path.join(world.project, '.kilo/kilo.jsonc')
    await rules.add.click()
    await rules.dialog.getByRole('textbox', { name: 'Pattern' }).fill('git push *')
    await rules.dialog.getByRole('combobox', { name: 'Answer' }).selectOption('Refused')
    await rules.dialog.getByRole('button', { name: 'Add rule' }).click()
    await expect(rules.row('All agents', 'bash git push *')).toContainText(/\.kilo\/kilo\.jsonc, line \d/)
    expect(await readFile(file, 'utf8')).toContain('// Who is asked, and for what.')
    await rules.kind.selectOption('Run a command')
    await rules.agent.selectOption('code')
    await rules.call.fill('git push')
    const said = await rules.verdict.locator('p').first().textContent()
    expect(said?.split(' ')[0]).toBe(await whatItDoes(engine, 'git push'))

    await page.getByRole('button', { name: 'Change webfetch *' }).click()
    await rules.dialog.getByRole('combobox', { name: 'Answer' }).selectOption('Allowed')
    await rules.dialog.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(rules.row('All agents', 'webfetch')).toContainText('Allowed')
    await page.getByRole('button', { name: 'Remove webfetch *' }).click()
    await rules.dialog.getByRole('button', { name: 'Remove rule' }).click()
    // What stands behind a dialog is hidden.
    await expect(rules.dialog).toBeHidden()
    await expect(rules.row('All agents', 'webfetch')).toHaveCount(0)
    expect(await readFile(file, 'utf8')).not.toContain('webfetch')

    await rules.add.click()
    await rules.dialog.getByRole('combobox', { name: 'Agent' }).selectOption('helper')
    await rules.dialog.getByRole('textbox', { name: 'Pattern' }).fill('ls *')
    await rules.dialog.getByRole('combobox', { name: 'Answer' }).selectOption('Allowed')
    await rules.dialog.getByRole('button', { name: 'Add rule' }).click()
    await expect(rules.row('Agent helper', 'bash ls *')).toContainText('Allowed')
    await expect(rules.row('Agent helper', 'bash *')).toContainText('Refused')
  })
})
