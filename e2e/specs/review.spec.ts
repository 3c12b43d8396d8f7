import { AxeBuilder } from '@axe-core/playwright'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { reviewOf } from '../models/review.ts'
import { sessionOf } from '../models/session.ts'
import { run, succeed } from '../run.ts'
import { connectEngine, daemonAddress, until, type EngineClient } from '../world/engine.ts'
import { isFinished } from '../world/seed.ts'
import type { World } from '../world/world.ts'

test.use({ shared: true })
// Each walks a whole review; a busy machine takes several times as long.
test.describe.configure({ timeout: 480_000 })

const LINES = 6000
const numbered = (count: number, line: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => `${line(at + 1)}\n`).join('')

/** A turn that runs one command, to its end. On a busy machine the engine would ask whether it may take its time for the first snapshot. */
async function runCommand(engine: EngineClient, title: string, command: string): Promise<string> {
  const { id } = await engine.ask<{ id: string }>('/session', { title })
  const parts = [{ type: 'text', text: `[script:bash ${command}]` }]
  await engine.ask(`/session/${id}/prompt_async`, { parts, snapshotInitialization: 'wait' })
  const asked = await until('the permission', async () => {
    const all = await engine.ask<{ id: string; sessionID: string }[]>('/permission')
    return all.find(({ sessionID }) => sessionID === id)
  })
  await engine.ask(`/permission/${asked.id}/reply`, { reply: 'once' })
  await until('the turn', () => isFinished(engine, id))
  return id
}

/** Two files with changes that a command made: one of 6,000 lines, one of a few. */
async function changeFiles(world: World, engine: EngineClient): Promise<string> {
  const at = (name: string) => path.join(world.project, name)
  const git = (...args: string[]) =>
    succeed(
      run('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], {
        cwd: world.project,
        env: world.env,
      }),
    )
  await writeFile(
    at('big.ts'),
    numbered(LINES, (n) => `export const value${n} = compute(${n})`),
  )
  await writeFile(
    at('src/small.ts'),
    numbered(60, (n) => `const line${n} = ${n}`),
  )
  await git('add', '-A')
  await git('commit', '--quiet', '--message', 'Files')
  const script = path.join(world.project, '.git', 'change.mjs')
  const change = [
    `import fs from 'node:fs'`,
    `const change = (name, by) => fs.writeFileSync(name, by(fs.readFileSync(name, 'utf8')))`,
    `change('big.ts', (text) => text.replaceAll('compute', 'computeAll'))`,
    `change('src/small.ts', (text) => text.replace('line10 = 10', 'line10 = "ten"').replace('const line40', 'let line40'))`,
    `fs.writeFileSync('new.md', '# New\\n')`,
  ]
  await writeFile(script, change.join('\n'))
  return runCommand(engine, 'Change files', `node ${script}`)
}

async function expectNoViolations(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  }
}

test('the changes of a session are reviewed', async ({ consolePage: page, engine, world, problems }) => {
  // The engine refuses a patch that does not fit any more.
  problems.allow(/status of 400.*\/vcs\/apply/)
  const id = await changeFiles(world, engine)
  await page.goto(new URL(`/servers/daemon/sessions/${id}`, page.url()).href)
  const review = reviewOf(page)
  const session = sessionOf(page)
  const small = review.file('src/small.ts')

  await test.step('a tree of files, with a filter, leads to the lines', async () => {
    await expect(review.tree.getByRole('treeitem')).toHaveCount(4)
    await review.filter.fill('small')
    await expect(review.tree.getByRole('treeitem')).toHaveCount(2)
    await review.entry('src').press('ArrowRight')
    await expect(review.entry('src/small.ts')).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(review.lines('src/small.ts')).toContainText('let line40')
    await review.filter.fill('')
  })

  await test.step('words that changed are marked, and hidden lines come', async () => {
    await expect(review.lines('src/small.ts').locator('[class*=marked]').first()).toHaveText('10')
    await expect(review.lines('src/small.ts')).not.toContainText('line25')
    await small.getByRole('button', { name: 'Show all 23' }).click()
    await expect(review.lines('src/small.ts')).toContainText('line25 = 25')
  })

  await test.step('a comment on lines stands in the prompt, with file, lines and code', async () => {
    await small.getByRole('button', { name: 'Comment on line 40' }).last().click()
    await review.comment.fill('Why not const?')
    await review.addToPrompt.click()
    await expect(session.prompt).toHaveValue(
      '`src/small.ts` line 40:\n```\nlet line40 = 40\n```\nWhy not const?\n',
    )
    await expect(small.getByRole('note', { name: 'Comment on line 40' })).toContainText('In the prompt')
    await small.getByRole('button', { name: 'Remove' }).click()
    await expect(session.prompt).toHaveValue('')
    await review.lines('src/small.ts').press('ArrowDown')
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Enter')
    await expect(review.comment).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(review.comment).toHaveCount(0)
  })

  await test.step('lines are taken back on disk, or nothing is where they changed since', async () => {
    const file = path.join(world.project, 'src/small.ts')
    await small.getByRole('button', { name: 'Revert lines…' }).last().click()
    await review.dialog.getByRole('button', { name: 'Revert' }).click()
    // Not there for a moment, while it is written.
    await expect.poll(() => readFile(file, 'utf8').catch(() => '')).toContain('const line40 = 40')
    expect(await readFile(file, 'utf8')).toContain('line10 = "ten"')
    await expect(review.dialog).toHaveCount(0)
    await writeFile(
      file,
      numbered(60, (n) => `var line${n} = ${n}`),
    )
    await small.getByRole('button', { name: 'File actions' }).click()
    await page.getByRole('menuitem', { name: 'Revert file…' }).click()
    await review.dialog.getByRole('button', { name: 'Revert' }).click()
    await expect(review.dialog).toContainText('src/small.ts has changed since')
    await expect(review.dialog).toContainText('Nothing was reverted.')
    expect(await readFile(file, 'utf8')).toContain('var line10 = 10')
    await review.dialog.getByRole('button', { name: 'Cancel' }).click()
  })

  await test.step('what is not committed is another source; a new file is deleted', async () => {
    await review.source.selectOption({ label: 'Working tree' })
    await review.head('src/small.ts').click()
    await expect(review.lines('src/small.ts')).toContainText('var line10')
    await review.file('new.md').getByRole('button', { name: 'File actions' }).click()
    await page.getByRole('menuitem', { name: 'Revert file…' }).click()
    await expect(review.dialog).toContainText('the new file is deleted')
    await review.dialog.getByRole('button', { name: 'Revert' }).click()
    await expect(review.file('new.md')).toHaveCount(0)
    await review.source.selectOption({ label: 'This session' })
  })

  await test.step('in full, in two columns, 6,000 lines have few elements', async () => {
    await review.full.click()
    await expect(session.prompt).toBeHidden()
    await review.layout('Split').check()
    await review.entry('big.ts').click()
    await expect(review.lines('big.ts')).toContainText('computeAll(1)')
    const big = review.lines('big.ts')
    expect(await big.locator('*').count()).toBeLessThan(4000)
    expect((await big.boundingBox())?.height ?? 0).toBeGreaterThan(LINES * 17)
    await big.evaluate((element) => element.parentElement?.parentElement?.scrollIntoView({ block: 'end' }))
    await expect(big).toContainText(`computeAll(${LINES})`)
    expect(await big.locator('*').count()).toBeLessThan(4000)
    await expect(review.head('big.ts')).toBeInViewport()
    await expectNoViolations(page)
  })

  await test.step('what was viewed, and how wide it is, outlives a reload', async () => {
    await review.viewed('big.ts').check()
    await page.keyboard.press('Shift+D')
    await expect(session.prompt).toBeVisible()
    const edge = page.getByRole('separator', { name: 'Width of the review' })
    await edge.press('Home')
    await expect(edge).toHaveAttribute('aria-valuenow', '320')
    await edge.press('ArrowLeft')
    await expect(edge).toHaveAttribute('aria-valuenow', '352')
    await page.reload()
    await expect(review.viewed('big.ts')).toBeChecked()
    await expect(edge).toHaveAttribute('aria-valuenow', '352')
    await expect(review.layout('Split')).toBeChecked()
  })

  await test.step('on a phone it is a sheet', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    await page.getByRole('button', { name: /^Review/ }).click()
    await review.head('src/small.ts').click()
    await expect(review.lines('src/small.ts')).toContainText('let line40')
    await expectNoViolations(page)
  })
})

test('sessions of several worktrees are reviewed as one, committed and merged back', async ({
  consolePage: page,
  engine,
  world,
  problems,
}) => {
  // A merge that conflicts.
  problems.allow(/status of 409/)
  const review = reviewOf(page)
  const project = await engine.ask<{ id: string }>('/project/current')
  const address = await daemonAddress(world)
  const goTo = (route: string) => page.goto(new URL(route, page.url()).href)
  const worktrees = page.getByRole('region', { name: 'Worktrees' })
  const titles = ['Speed up search', 'Search by tags']
  for (const [key, value] of [
    ['user.name', 'Somebody'],
    ['user.email', 'somebody@example.com'],
  ] as const)
    await succeed(run('git', ['config', key, value], { cwd: world.project, env: world.env }))

  await test.step('a session in a new worktree is one step', async () => {
    for (const count of [2, 3]) {
      await goTo(`/servers/daemon/projects/${project.id}`)
      await worktrees.getByRole('button', { name: 'New worktree' }).click()
      await expect(sessionOf(page).prompt).toBeVisible()
      await goTo(`/servers/daemon/projects/${project.id}`)
      await expect(worktrees.getByRole('listitem')).toHaveCount(count)
    }
    await expect(worktrees.getByRole('listitem').first()).toContainText('clean')
    // Their paths are long.
    await page.setViewportSize({ width: 390, height: 844 })
    const ends = await worktrees
      .getByRole('listitem')
      .evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().right))
    for (const end of ends) expect(end).toBeLessThanOrEqual(390)
    await page.setViewportSize({ width: 1440, height: 900 })
  })

  const made = await engine.ask<{ directory: string }[]>('/experimental/worktree')
  const ids: string[] = []
  for (const [at, { directory }] of made.entries()) {
    const inWorktree = connectEngine(address, directory)
    const script = path.join(world.home, `change-${at}.mjs`)
    const change = `fs.writeFileSync('src/search.js', fs.readFileSync('src/search.js', 'utf8').replace(/^(.*)$/m, '// ${at}'))`
    await writeFile(script, `import fs from 'node:fs'\n${change}\nfs.writeFileSync('only-${at}.txt', 'x\\n')`)
    ids.push(await runCommand(inWorktree, titles[at] ?? '', `node ${script}`))
  }

  await test.step('what both touched is marked', async () => {
    const both = page.getByRole('region', { name: /^src\/search\.js of / })
    await goTo('/review')
    await expect(page.getByText('Choose sessions to review')).toBeVisible()
    for (const title of titles) await page.getByRole('checkbox', { name: new RegExp(title) }).check()
    await expect(page).toHaveURL(new RegExp(`session=daemon%2F${ids[0]}&session=daemon%2F${ids[1]}`))
    await page.getByText('2 sessions').click()
    await expect(page.getByText('1 file with overlapping changes')).toBeVisible()
    await expect(both).toHaveCount(2)
    await expect(both.first()).toContainText(/Overlaps with (Speed up|Search by)/)
    await expect(both.first().locator('[data-shared]').first()).toBeVisible()
    await expect(page.getByRole('region', { name: /^only-0\.txt of / })).not.toContainText('Overlaps')
    await expectNoViolations(page)
  })

  await test.step('the working tree of each is committed, with a message that a model wrote', async () => {
    for (const id of ids) {
      await goTo(`/servers/daemon/sessions/${id}`)
      await review.source.selectOption({ label: 'Working tree' })
      await page.getByRole('button', { name: 'Commit…' }).click()
      await review.dialog.getByRole('button', { name: 'Generate message' }).click()
      await expect(review.dialog.getByRole('textbox', { name: 'Commit message' })).toHaveValue(
        /The work so far/,
      )
      await review.dialog.getByRole('button', { name: 'Commit 2 files' }).click()
      await expect(review.dialog).toHaveCount(0)
      await expect(page.getByText('Nothing to commit')).toBeVisible()
    }
  })

  await test.step('one is merged, the other conflicts and is left as it was; who would remove it is told what is lost', async () => {
    await goTo(`/servers/daemon/projects/${project.id}`)
    const act = async (at: number, name: RegExp) => {
      await worktrees
        .getByRole('button', { name: /^Actions of opencode/ })
        .nth(at)
        .click()
      await page.getByRole('menuitem', { name }).click()
    }
    await expect(worktrees.getByText('1 commit ahead of main')).toHaveCount(2)
    await act(0, /^Merge/)
    await expect(page.getByText(/^Merged opencode/)).toBeVisible()
    await act(1, /^Merge/)
    await expect(page.getByText(/conflicts in src\/search\.js\. Nothing has changed\./)).toBeVisible()
    const { stdout } = await run('git', ['status', '--porcelain'], { cwd: world.project, env: world.env })
    expect(stdout).toBe('')
    await act(1, /^Remove/)
    await expect(review.dialog).toContainText(/Lost: 1 unmerged commit on opencode\/.*\./)
    await review.dialog.getByRole('button', { name: 'Cancel' }).click()
    await expect(worktrees.getByRole('listitem')).toHaveCount(3)
  })

  for (const { directory } of made)
    await run('git', ['worktree', 'remove', '--force', directory], { cwd: world.project, env: world.env })
})
