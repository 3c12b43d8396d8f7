import type { Page } from '@playwright/test'

export interface LoadedRequest {
  url: string
  type: string
  /** Bytes on the wire, headers included. */
  encodedBytes: number
}

export interface FirstLoad {
  /** HTTP requests in the order of their ends; WebSockets are no requests. */
  requests: LoadedRequest[]
  /** JavaScript and style sheets together, on the wire. */
  codeBytes: number
}

/** What the browser loads, without a cache, until `load` resolves and it rests. Source: Chrome's Network domain. */
export function measureFirstLoad(page: Page, load: () => Promise<void>): Promise<FirstLoad> {
  return measureLoad(page, async () => {
    await load()
    await page.waitForLoadState('networkidle')
  })
}

/** The same until `load` resolves: a page whose events come by HTTP never rests. */
export async function measureLoad(page: Page, load: () => Promise<void>): Promise<FirstLoad> {
  const session = await page.context().newCDPSession(page)
  const open = new Map<string, Omit<LoadedRequest, 'encodedBytes'>>()
  const requests: LoadedRequest[] = []
  session.on('Network.requestWillBeSent', ({ requestId, request, type }) => {
    open.set(requestId, { url: request.url, type: type ?? 'Other' })
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const request = open.get(requestId)
    if (request) requests.push({ ...request, encodedBytes: encodedDataLength })
  })
  await session.send('Network.enable')
  await session.send('Network.setCacheDisabled', { cacheDisabled: true })
  await load()
  await session.detach()
  const code = requests.filter((request) => request.type === 'Script' || request.type === 'Stylesheet')
  return { requests, codeBytes: code.reduce((sum, request) => sum + request.encodedBytes, 0) }
}
