import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from '../fixtures.ts'
import { rosterOf } from '../models/roster.ts'
import { sessionOf } from '../models/session.ts'
import { succeed, run } from '../run.ts'

test.use({ shared: true })

const QUOTED = 'tab\t"quote" ä.txt'

test('fault 74: changes without lines say why', async ({ consolePage: page, world, problems }) => {
  void problems
  const at = (name: string) => path.join(world.project, 'kinds', name)
  await mkdir(at('.'))
  await writeFile(at('image.png'), Buffer.from([0, 1, 2, 3]))
  await writeFile(at('utf16.txt'), Buffer.from('\uFEFFhello\n', 'utf16le'))
  await writeFile(at('tool.sh'), '#!/bin/sh\n')
  await writeFile(at(QUOTED), 'one\ntwo\n')
  await writeFile(at('ends.txt'), 'a\r\nb\r\n')
  await writeFile(at('mixed.txt'), 'a\r\nb\nc\n')
  await writeFile(at('last.txt'), 'a\nb\n')
  await writeFile(at('long.js'), 'x'.repeat(160_000))
  await symlink('ends.txt', at('link'))
  const git = (...args: string[]) =>
    succeed(
      run('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], {
        cwd: world.project,
        env: world.env,
      }),
    )
  await git('add', '-A')
  await git('commit', '--quiet', '--message', 'Kinds')

  const script = path.join(world.project, '.git', 'change.mjs')
  const change = [
    `import fs from 'node:fs'`,
    `process.chdir(${JSON.stringify(at('.'))})`,
    `fs.writeFileSync('image.png', Buffer.from([0, 9, 9]))`,
    `fs.writeFileSync('utf16.txt', Buffer.from('\\uFEFFhello!\\n', 'utf16le'))`,
    `fs.chmodSync('tool.sh', 0o755)`,
    `fs.writeFileSync(${JSON.stringify(QUOTED)}, 'one\\nTWO\\nthree\\n')`,
    `fs.writeFileSync('ends.txt', 'a\\nb\\n')`,
    `fs.writeFileSync('mixed.txt', 'a\\r\\nB\\r\\nc\\n')`,
    `fs.writeFileSync('last.txt', 'a\\nb')`,
    `fs.writeFileSync('long.js', 'y'.repeat(160_000))`,
    `fs.unlinkSync('link'); fs.symlinkSync('last.txt', 'link')`,
    `fs.writeFileSync('empty.txt', '')`,
  ]
  await writeFile(script, change.join('\n'))
  await chmod(at('tool.sh'), 0o644)

  await expect(
    page.getByRole('region', { name: 'Servers' }).getByRole('img', { name: 'running' }),
  ).toBeVisible()
  await rosterOf(page).newSession.click()
  const session = sessionOf(page)
  const tool = page.getByRole('button', { name: /^bash/ })
  await session.ask(`[script:bash node ${script}]`)
  await session.permission.once.click()
  await expect(session.changes.getByRole('region')).toHaveCount(10)
  await expect(tool.first().getByRole('img', { name: 'done' })).toBeVisible()

  const lines = (name: string) =>
    session.changes.getByRole('group', { name: 'Diff' }).filter({ hasText: name })
  const open = async (name: string) => {
    await session.changes.getByRole('button', { name: `kinds/${name}`, exact: true }).click()
  }
  const says = async (name: string, words: string | RegExp) => {
    await open(name)
    await expect(session.changes).toContainText(words)
    await open(name)
  }

  await test.step('what has no lines', async () => {
    await says('image.png', 'A binary file: there are no lines to show.')
    await says('utf16.txt', 'Text in UTF-16 counts as binary too.')
    await says('tool.sh', 'Made executable (644 → 755).')
    await says('empty.txt', 'A new, empty file.')
    await says('link', 'A symbolic link. The line is where it points.')
    await expect(session.changes).not.toContainText('No lines')
  })

  await test.step('a name that git quotes is shown as it is, and its lines are found', async () => {
    await open('tab\\t"quote" ä.txt')
    await expect(lines('TWO')).toContainText('three')
    await open('tab\\t"quote" ä.txt')
  })

  await test.step('line ends', async () => {
    await says('ends.txt', 'Only line endings changed: CRLF → LF.')
    await open('mixed.txt')
    await expect(lines('B')).toContainText('B CRLF')
    await open('mixed.txt')
    await says('last.txt', 'no newline at the end')
  })

  await test.step('one line of 160 KB is cut', async () => {
    await open('long.js')
    const cut = session.changes.getByRole('button', { name: 'Show all of 160,000 characters' })
    await expect(cut).toHaveCount(2)
    await cut.last().click()
    await expect(cut).toHaveCount(1)
    await open('long.js')
  })

  await test.step('a command that failed has no green tick', async () => {
    await session.ask('[script:bash exit 128]')
    await session.permission.once.click()
    await expect(tool.last()).toContainText('exit 128')
    await expect(tool.last().getByRole('img', { name: 'failed' })).toBeVisible()
    await expect(tool.last().getByRole('img', { name: 'done' })).toHaveCount(0)
  })
})
