/** The page's half of a login, for requests that a test sends beside the page. */
import type { Page } from '@playwright/test'
import { KEY_HEADER } from '../../packages/console/shared/login.ts'

/** Empty when the page is logged out. */
export async function keyOf(page: Page): Promise<string> {
  return page.evaluate(() => localStorage.getItem('kilo-console.key') ?? '')
}

export async function keyHeaderOf(page: Page): Promise<Record<string, string>> {
  return { [KEY_HEADER]: await keyOf(page) }
}
