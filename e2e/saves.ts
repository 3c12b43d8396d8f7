import type { Page } from '@playwright/test'

/** Counts what the page writes from now on, by a part of its address. */
export function savesOf(page: Page): (part: string) => number {
  const written: string[] = []
  page.on('request', (request) => {
    if (request.method() !== 'GET') written.push(request.url())
  })
  return (part) => written.filter((url) => url.includes(part)).length
}
