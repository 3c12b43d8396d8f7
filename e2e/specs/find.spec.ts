import type { Page } from '@playwright/test'
import { expectAccessible } from '../accessible.ts'
import { expect, test } from '../fixtures.ts'
import { openImported } from '../models/imported.ts'
import { textPart, toolPart, type Exchange } from '../world/imported-session.ts'

test.use({ shared: true })

const LINES = 2000

const PATCH = `--- a/stack.ts
+++ b/stack.ts
@@ -4710,2 +4710,2 @@
 const stack = hay
-const tool = 'rake'
+const tool = 'pitchfork'
`

/** Sixty exchanges: a page begins with twenty messages. A needle is in the first, in a folded output, and twice in the last. */
const haystack = (): Exchange[] => [
  { prompt: [textPart('Where is it? Prompt 1')], answer: [textPart('Here is the first **Needle**.')] },
  ...Array.from({ length: 56 }, (_, at) => ({
    prompt: [textPart(`Prompt ${at + 2}`)],
    answer: [textPart(`Hay, and nothing but hay.\n\n${'A line of hay.\n\n'.repeat(8)}`)],
  })),
  {
    prompt: [textPart('Prompt 58')],
    answer: [
      toolPart(
        'bash',
        { command: 'cat stack' },
        Array.from({ length: LINES }, (_, at) =>
          at === 700 ? 'a \u001B[31mnee\u001B[0mdle at last' : `hay ${at}`,
        ).join('\n'),
        { metadata: { exit: 0 } },
      ),
    ],
  },
  {
    prompt: [textPart('Prompt 59')],
    answer: [
      textPart('```ts\nconst needle = hay.find(needles)\n```'),
      toolPart('edit', { filePath: 'stack.ts' }, 'Done.', {
        metadata: { filediff: { file: 'stack.ts', patch: PATCH, additions: 1, deletions: 1 } },
      }),
    ],
  },
  { prompt: [textPart('Prompt 60')], answer: [textPart('That is all.')] },
]

/** What is marked as the current match, and whether it is in sight. */
const current = (page: Page) =>
  page.evaluate(() => {
    const [range] = [...(CSS.highlights.get('find-current') ?? [])] as Range[]
    const log = document.querySelector('[role="log"]')?.getBoundingClientRect()
    if (!range || !log) return null
    const { top, bottom } = range.getBoundingClientRect()
    return { text: range.toString(), inSight: top >= log.top && bottom <= log.bottom }
  })

const shown = (text: string) => ({ text, inSight: true })

test('the search finds what is not loaded, folded away or drawn in pieces; prompts are listed, and a link leads to one', async ({
  consolePage: page,
  world,
}) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  const { conversation, prompt, fromKilo, fromYou } = await openImported(page, world, 'Haystack', haystack())
  await expect(fromKilo.last()).toContainText('That is all.')
  await prompt.click()
  await page.keyboard.press('Control+f')
  const field = page.getByRole('searchbox', { name: 'Find in session' })
  await expect(field).toBeFocused()
  const position = page.getByRole('search').locator('[aria-live]')
  await field.fill('needle')
  // It begins with what is in sight: in a call that is folded away.
  await expect(position).toHaveText('2 of 4')
  await expect.poll(() => current(page)).toEqual(shown('needle'))
  await expect(page.getByRole('button', { name: /^bash/ })).toHaveAttribute('aria-expanded', 'true')
  for (const place of ['3 of 4', '4 of 4']) {
    await field.press('Enter')
    await expect(position).toHaveText(place)
    await expect.poll(() => current(page)).toEqual(shown('needle'))
  }
  await field.press('Enter')
  await expect(position).toHaveText('1 of 4')
  await expect.poll(() => current(page)).toEqual(shown('Needle'))
  await field.press('Shift+Enter')
  await expect(position).toHaveText('4 of 4')
  await expect.poll(() => current(page)).toEqual(shown('needle'))
  await field.fill('nothing like it')
  await expect(position).toHaveText('No matches')
  // Of changes their lines, and not what stands beside them.
  await field.fill('pitchfork')
  await expect(position).toHaveText('1 of 1')
  await expect.poll(() => current(page)).toEqual(shown('pitchfork'))
  await field.fill('4711')
  await expect(position).toHaveText('No matches')
  await field.fill('hay')
  await expect(position).toHaveText(/ of 1,000\+$/)
  await expectAccessible(page, 'find in session')
  await field.press('Escape')
  await expect(field).toHaveCount(0)
  await expect(prompt).toBeFocused()
  expect(await current(page)).toBeNull()

  await conversation.focus()
  await page.keyboard.press('g')
  await page.keyboard.press('p')
  const list = page.getByRole('dialog', { name: 'Prompts' })
  await expect(list.getByRole('option', { selected: true })).toContainText('Prompt 5')
  await expectAccessible(page, 'prompts')
  await list.getByRole('textbox', { name: 'Search' }).fill('prompt 45')
  await page.keyboard.press('Enter')
  const row = fromYou.filter({ hasText: 'Prompt 45' })
  await expect(row).toBeFocused()
  await expect(row).toBeInViewport()
  await expect(page).toHaveURL(/#msg_/)

  await row.getByRole('button', { name: 'Copy link' }).click()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  expect(link).toBe(page.url())
  await page.goto('about:blank')
  await page.goto(link)
  await expect(row).toBeInViewport()
  await expect(row).toHaveAttribute('data-target', '')
  await expect(page.getByRole('button', { name: /^Jump to latest/ })).toBeVisible()

  await page.goto('about:blank')
  await page.goto(link.replace(/#.*/, '#msg_nowhere'))
  await expect(page.getByText('This message is not in the session')).toBeVisible()
})
