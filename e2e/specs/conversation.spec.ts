import { expect, test } from '../fixtures.ts'
import { openImported } from '../models/imported.ts'
import { rosterOf } from '../models/roster.ts'
import { sessionOf } from '../models/session.ts'
import { xssCorpus } from '../scripted-model/corpus.ts'
import { textPart, toolPart, type Exchange } from '../world/imported-session.ts'

test.use({ shared: true })

/** One red pixel. */
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg=='

const picture = (filename: string, url: string) => ({ type: 'file', mime: 'image/png', filename, url })

const work = (directory: string): Exchange[] => [
  {
    prompt: [textPart('Look at the login.'), picture('login.png', `data:image/png;base64,${PIXEL}`)],
    answer: [
      textPart(
        'The loop is in `src/auth.js:3`, see also src/nowhere.js:9 and [the tests](test/auth.test.js#L2).\n\n' +
          '```ts\nexport const a: number = 1 // one\n```\n\n1. In a list:\n   ```sh\n   echo "x"\n   ```\n',
      ),
      toolPart(
        'read',
        { filePath: `${directory}/src/auth.js` },
        `<path>${directory}/src/auth.js</path>\n<type>file</type>\n<content>\n1: import { x } from './x.js'\n2: \n3: export const b = 'c'\n</content>`,
      ),
      toolPart(
        'bash',
        { command: 'npm test', description: 'Runs the tests' },
        '\u001B[1;31mFAIL\u001B[0m src/auth.js:3:5\n\u001B[32mok\u001B[0m\n\u001B]8;;javascript:alert(1)\u0007linked\u001B]8;;\u0007\n',
        { metadata: { exit: 1 } },
      ),
    ],
  },
]

const foreign: Exchange[] = [
  {
    prompt: [
      textPart(xssCorpus[0]),
      picture('<img src=x onerror="window.pwned=1">', 'http://leak.example/x.png'),
      picture('drawing.svg', 'data:image/svg+xml;base64,PHN2Zz4='),
    ],
    answer: [
      textPart(xssCorpus.map((each) => `\`${each}\` src/${each}:3`).join('\n\n')),
      toolPart('bash', { command: 'cat corpus' }, xssCorpus.join('\n'), { metadata: { exit: 0 } }),
    ],
  },
]

test('code has colours, output those of a terminal, places in files open, and all can be copied', async ({
  consolePage: page,
  world,
}) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  const { conversation, fromKilo, fromYou } = await openImported(page, world, 'Work', work(world.project))
  const answer = fromKilo.first()
  await expect(answer.locator('[data-token="keyword"]', { hasText: 'export' }).first()).toBeVisible()
  await expect(answer.locator('li [data-token="string"]', { hasText: '"x"' })).toBeVisible()
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText())

  await answer.getByRole('button', { name: 'Copy code' }).first().focus()
  await page.keyboard.press('Enter')
  await expect.poll(clipboard).toBe('export const a: number = 1 // one')
  await fromYou.first().hover()
  await fromYou.first().getByRole('button', { name: 'Copy', exact: true }).click()
  await expect.poll(clipboard).toBe('Look at the login.')

  await answer.getByRole('button', { name: /^read/ }).click()
  await expect(answer.getByRole('listitem').filter({ hasText: 'export const b' })).toBeVisible()
  await answer.getByRole('button', { name: 'Copy output' }).click()
  await expect.poll(clipboard).toBe("import { x } from './x.js'\n\nexport const b = 'c'")

  await answer.getByRole('button', { name: /^bash/ }).click()
  await expect(answer.locator('[data-colour="red"][data-marks="bold"]')).toHaveText('FAIL')
  await expect(answer.locator('pre a')).toHaveCount(1)
  await answer.getByRole('link', { name: 'src/auth.js:3:5' }).click()
  const file = page.getByRole('dialog', { name: 'src/auth.js:3' })
  await expect(file.locator('[data-marked]')).toBeVisible()
  await expect(file.locator('[data-token="keyword"]').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await answer.getByRole('link', { name: 'src/nowhere.js:9' }).click()
  await expect(page.getByRole('dialog')).toContainText('There is no such file')
  await page.keyboard.press('Escape')

  await fromYou.first().getByRole('button', { name: 'Enlarge login.png' }).click()
  await expect(page.getByRole('dialog', { name: 'login.png' }).getByRole('img')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(conversation).toBeVisible()
})

test('fault 40: what is foreign stays text in attachments, links to files and output; fault 79: a picture is shown as its type allows', async ({
  consolePage: page,
  world,
}) => {
  const { fromKilo, fromYou } = await openImported(page, world, 'Foreign', foreign)
  await expect(fromYou.first()).toContainText('drawing.svg')
  await expect(fromYou.first().getByRole('img')).toHaveCount(0)
  await fromKilo.first().getByRole('button', { name: /^bash/ }).click()
  await expect(fromKilo.first().locator('pre').last()).toContainText('window.pwned = 1')
  for (const link of await fromKilo.first().locator('a[href]').all())
    expect(await link.getAttribute('href')).toMatch(/^(https?:\/\/|#file=)/)
  expect(await page.evaluate(() => 'pwned' in window)).toBe(false)
})

test('a text of megabytes and an output of 200,000 lines open as their beginnings, and are there in whole', async ({
  consolePage: page,
  world,
}) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  const text = `First words.\n${'A sentence of many. '.repeat(80_000)}\nLast words.`
  const output = `${Array.from({ length: 200_000 }, (_, at) => `line ${at}`).join('\n')}\n`
  const opening = page.waitForResponse((response) => response.url().includes('/api/servers/daemon/sessions/'))
  const { fromKilo } = await openImported(page, world, 'Long', [
    {
      prompt: [textPart('Say all of it.')],
      answer: [textPart(text), toolPart('bash', { command: 'seq' }, output, { metadata: { exit: 0 } })],
    },
  ])
  const answer = fromKilo.first()
  await expect(answer).toContainText('First words.')
  await expect(answer).toContainText('2.3k tokens · $0.0030 · story')
  expect((await (await opening).request().sizes()).responseBodySize).toBeLessThan(100 * 1024)
  const clipboard = () => page.evaluate(async () => (await navigator.clipboard.readText()).length)
  await answer.getByRole('button', { name: /^bash/ }).click()
  await expect(answer.getByRole('button', { name: /^Show all of it/ })).toHaveCount(2)
  await answer.getByRole('button', { name: 'Copy output' }).click()
  await expect.poll(clipboard).toBe(output.length)
  await expect(answer.getByRole('button', { name: /^Show all of it/ })).toHaveCount(1)
  await expect(answer.getByText('Last words.')).toHaveCount(0)
  await expect(answer.getByRole('button', { name: /^Show more: 199,800 more lines/ })).toBeVisible()
})

test('code that is being written is shown and coloured line by line', async ({
  consolePage: page,
  world,
}) => {
  await rosterOf(page).newSession.click()
  await expect(page).toHaveURL(/\/sessions\//)
  const session = sessionOf(page)
  await session.ask('[script:fence]')
  const fence = session.fromKilo.last().locator('pre')
  await expect(fence.locator('[data-token="keyword"]')).toHaveText(['const'])
  const first = await fence.locator('[data-token="keyword"]').first().elementHandle()
  world.model.release('step')
  await expect(fence.locator('[data-token="keyword"]')).toHaveText(['const', 'const'])
  // What is there already stays, and with it what the reader has selected.
  expect(await first?.evaluate((element) => element.isConnected)).toBe(true)
  world.model.release('step')
  await expect(session.fromKilo.last()).toContainText('That is all.')
})
