/** MCP servers: real ones, of every kind, added, used, logged in to, disabled and removed; none of their secrets reaches the page. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expectAccessible } from '../accessible.ts'
import { expect, test } from '../fixtures.ts'
import { startHttpMcp, type HttpMcpServer } from '../mcp-servers/http.ts'
import { startOauthMcp, type OauthMcpServer } from '../mcp-servers/oauth.ts'
import { mcpOf } from '../models/mcp.ts'
import { sessionOf } from '../models/session.ts'
import { repoRoot } from '../repo.ts'
import { savesOf } from '../saves.ts'
import type { World } from '../world/world.ts'

const STDIO = path.join(repoRoot, 'e2e/dist/mcp-stdio.js')
const HEADER_KEY = 'header-key-planted-41'
const VARIABLE = 'variable-planted-42'

const globalFile = ({ home }: World) => path.join(home, '.config/kilo/kilo.jsonc')
const projectFile = ({ project }: World) => path.join(project, '.kilo/kilo.jsonc')

let withHeader: HttpMcpServer
let withLogin: OauthMcpServer

test.beforeEach(async ({ world }) => {
  withHeader = await startHttpMcp({
    refuse: ({ headers }) => (headers['x-notes-key'] === HEADER_KEY ? undefined : {}),
  })
  withLogin = await startOauthMcp()
  const files: [string, string][] = [
    [path.join(world.home, '.config/kilo/.bash-permission-migrated'), ''],
    [
      globalFile(world),
      `{
  "mcp": {
    // Says nothing.
    "hanging": { "type": "local", "command": ["node", "${STDIO}", "hangs"], "timeout": 1500 },
    // It ends as soon as it has begun.
    "dying": { "type": "local", "command": ["node", "${STDIO}", "dies"] }, // by itself
    "tracker": { "type": "remote", "url": "${withLogin.url}" }
  }
}
`,
    ],
    [projectFile(world), '{\n  // Of this project.\n  "mcp": {}\n}\n'],
  ]
  for (const [file, text] of files) {
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, text)
  }
})

test.afterEach(async () => {
  await withHeader.close()
  await withLogin.close()
})

test('MCP servers are added, used, logged in to, disabled and removed; who dies or hangs is told; no secret is sent', async ({
  consolePage: page,
  engine,
  world,
}) => {
  const mcp = mcpOf(page)
  const answers: string[] = []
  page.on('response', async (response) => {
    if (new URL(response.url()).pathname.includes('/api/'))
      answers.push(await response.text().catch(() => ''))
  })

  await test.step('while they connect the page is there; then each says how it is, and what to do', async () => {
    await mcp.open(world.project)
    await expect(mcp.server('hanging')).toContainText('It didn’t answer within 1.5 seconds')
    await expect(mcp.server('dying')).toContainText('It started, then stopped answering')
    await expect(mcp.server('tracker')).toContainText('Needs login')
    await expect(mcp.source('dying')).toHaveText(/^Source: ~\/.config\/kilo\/kilo\.jsonc, line \d$/)
  })

  await test.step('a program, by form; what is wrong with it is said first', async () => {
    await mcp.add.click()
    await expect(mcp.form.getByLabel('Name', { exact: true })).toBeFocused()
    await mcp.form.getByLabel('Name', { exact: true }).fill('my notes')
    await mcp.form.getByLabel('Command').fill(`node ${STDIO} notes | cat`)
    await mcp.form.getByRole('button', { name: 'Add server' }).click()
    await expect(mcp.form.getByLabel('Name', { exact: true })).toBeFocused()
    await expect(mcp.form).toContainText('A name has letters')
    await expect(mcp.form).toContainText('No shell runs it')
    await expectAccessible(page, 'the form of an MCP server')
    await mcp.form.getByLabel('Name', { exact: true }).fill('notes')
    await mcp.form.getByLabel('Command').fill(`node "${STDIO}" notes`)
    await mcp.form.getByRole('button', { name: 'Add variable' }).click()
    await mcp.form.getByLabel('Name of variable 1').fill('NOTES_TOKEN')
    await mcp.form.getByLabel('Value of variable 1').fill(VARIABLE)
    // Left by a key, by a link and by Cancel: what is half written stays, until nobody wants it any more.
    await page.keyboard.press('Escape')
    await expect(mcp.form).toBeHidden()
    await expect(mcp.add).toBeFocused()
    await mcp.add.click()
    await page.getByRole('link', { name: 'Projects', exact: true }).first().click()
    await expect(mcp.region).toBeHidden()
    await page.goBack()
    await mcp.add.click()
    await expect(mcp.form.getByLabel('Value of variable 1')).toHaveValue(VARIABLE)
    await expect(mcp.form.getByRole('button', { name: 'Add server' })).toBeEnabled()
    // Enter and another press at once: it is written once.
    const saves = savesOf(page)
    await mcp.form.getByLabel('Name', { exact: true }).press('Enter')
    await mcp.form.getByLabel('Name', { exact: true }).press('Enter')
    await expect(mcp.form).toBeHidden()
    await expect(mcp.add).toBeFocused()
    expect(saves('/configuration')).toBe(1)
    await expect(mcp.server('notes')).toContainText('Connected')
    await mcp.add.click()
    await mcp.form.getByLabel('Name', { exact: true }).fill('nothing')
    await mcp.form.getByRole('button', { name: 'Cancel' }).click()
    await mcp.add.click()
    await expect(mcp.form.getByLabel('Name', { exact: true })).toHaveValue('')
    await mcp.form.getByRole('button', { name: 'Cancel' }).click()
    expect(await readFile(projectFile(world), 'utf8')).toContain('// Of this project.')
    const environment = { NOTES_TOKEN: VARIABLE }
    expect(await engine.ask('/config')).toMatchObject({
      mcp: { notes: { type: 'local', command: ['node', STDIO, 'notes'], environment } },
    })
    await mcp.server('notes').getByText('1 prompt, 1 resource').click()
    await expect(mcp.server('notes')).toContainText('/notes:tidy')
    await expect(mcp.server('notes')).toContainText('notes://first')
  })

  await test.step('an address with a header, pasted as its documentation has it, for all projects', async () => {
    await mcp.add.click()
    await mcp.form.getByText('Paste its JSON').click()
    const headers = { 'X-Notes-Key': HEADER_KEY }
    await mcp.form
      .getByLabel('JSON with mcpServers')
      .fill(JSON.stringify({ mcpServers: { wiki: { url: withHeader.url, headers } } }))
    await expect(mcp.form.getByLabel('Name', { exact: true })).toHaveValue('wiki')
    await expect(mcp.form.getByLabel('Value of header 1')).toHaveValue(HEADER_KEY)
    await mcp.form.getByRole('radio', { name: 'All projects' }).check()
    await mcp.form.getByRole('button', { name: 'Add server' }).click()
    await expect(mcp.server('wiki')).toContainText('Connected')
    const text = await readFile(globalFile(world), 'utf8')
    expect(text).toContain('// It ends as soon as it has begun.')
    expect(text).toContain('"oauth": false')
  })

  await test.step('a login in a browser that comes back by itself, and is forgotten again', async () => {
    await mcp.act('Log in', 'tracker').click()
    const link = mcp.panel('Log in to', 'tracker').getByRole('link', { name: 'Open the login page' })
    const opened = page.waitForEvent('popup')
    await link.click()
    const login = await opened
    await login.getByRole('link', { name: 'Allow Kilo' }).click()
    await expect(mcp.server('tracker')).toContainText('Connected')
    await login.close()
    await mcp.act('Log out', 'tracker').click()
    await expect(mcp.server('tracker')).toContainText('Needs login')
  })

  await test.step('a login whose address is pasted: as from another machine', async () => {
    await mcp.act('Log in', 'tracker').click()
    const panel = mcp.panel('Log in to', 'tracker')
    const url = await panel.getByRole('link', { name: 'Open the login page' }).getAttribute('href')
    const html = await (await fetch(url ?? '')).text()
    const back = (/href="([^"]+)"/.exec(html)?.[1] ?? '').replaceAll('&amp;', '&')
    const field = panel.getByLabel('Code, or the address')
    await field.fill(back.replace(/state=[^&]*/, 'state=another'))
    await panel.getByRole('button', { name: 'Finish login' }).click()
    await expect(panel).toContainText('This address is of another login')
    await field.fill(back)
    await panel.getByRole('button', { name: 'Finish login' }).click()
    await expect(mcp.server('tracker')).toContainText('Connected')
    expect(withLogin.tokens).toHaveLength(2)
  })

  await test.step('its tool is called in a session', async () => {
    const roster = page.getByRole('navigation', { name: 'Roster' })
    await roster.getByRole('button', { name: 'New session', exact: true }).click()
    const session = sessionOf(page)
    await session.ask('[script:tool notes_add_note {"text":"Buy milk"}]')
    await expect(session.fromKilo.last()).toContainText('Called notes_add_note.')
    await page.goBack()
    await expect(mcp.server('notes')).toContainText('Connected')
  })

  await test.step('disconnected and connected; edited, its secret unseen and unchanged; disabled here; removed', async () => {
    await mcp.act('Disconnect', 'notes').click()
    await expect(mcp.server('notes')).toContainText('Disconnected')
    await mcp.act('Connect', 'notes').click()
    await expect(mcp.server('notes').getByText('Connected', { exact: true })).toBeVisible()

    await mcp.act('Edit', 'notes').click()
    await expect(mcp.form.getByLabel('Value of variable 1')).toHaveValue('')
    await mcp.form.getByLabel('Timeout').fill('9')
    await mcp.form.getByRole('button', { name: 'Save' }).click()
    await expect(mcp.act('Edit', 'notes')).toBeFocused()
    await expect(mcp.server('notes').getByText('Connected', { exact: true })).toBeVisible()
    const text = await readFile(projectFile(world), 'utf8')
    expect(text).toContain('"timeout": 9000')
    expect(text).toContain(VARIABLE)

    await mcp.act('Disable', 'wiki').click()
    await mcp.button('Disable in this project').click()
    await expect(mcp.server('wiki').getByText('Disabled', { exact: true })).toBeVisible()
    expect(await readFile(globalFile(world), 'utf8')).not.toContain('"enabled": false')

    await mcp.act('Remove', 'notes').click()
    await mcp.button('Remove server').click()
    await expect(mcp.server('notes')).toBeHidden()
    expect(await readFile(projectFile(world), 'utf8')).toContain('// Of this project.')
  })

  await test.step('nothing that is secret was ever sent; everybody can use the page', async () => {
    await expectAccessible(page, 'MCP servers')
    expect(answers.length).toBeGreaterThan(10)
    for (const secret of [HEADER_KEY, VARIABLE, ...withLogin.tokens])
      for (const answer of answers)
        expect(answer.includes(secret), `${secret} in ${answer.slice(0, 200)}`).toBe(false)
  })
})
