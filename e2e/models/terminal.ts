import type { Page } from '@playwright/test'

/** One terminal. Its text is in the accessibility tree only with `?screenReader=1` (or the setting of that name). */
export function terminalOf(page: Page) {
  const region = page.getByRole('region', { name: /^Terminal / })
  return {
    region,
    input: region.getByRole('textbox', { name: 'Terminal input' }),
    close: page.getByRole('button', { name: 'Close terminal' }),
    /** Types a line into the shell, key by key. */
    async type(line: string) {
      await region.getByRole('textbox', { name: 'Terminal input' }).focus()
      await page.keyboard.type(line)
      await page.keyboard.press('Enter')
    },
  }
}
