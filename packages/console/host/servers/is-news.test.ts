import { expect, test } from 'vitest'
import type { ServerInfo } from '../../shared/api.ts'
import { FIGURES_EVERY_MS, isNews } from './is-news.ts'

const server = (over: Partial<ServerInfo> = {}): ServerInfo => ({
  id: 'daemon',
  url: 'http://127.0.0.1:4097',
  port: 4097,
  kind: 'managed',
  health: 'healthy',
  version: '7.7.7',
  projects: [],
  lastActive: null,
  rssBytes: 1,
  ...over,
})

test.each([
  ['the same', [server()], [server()], FIGURES_EVERY_MS, false],
  ['figures too soon', [server()], [server({ rssBytes: 2, cpuPercent: 3 })], FIGURES_EVERY_MS - 1, false],
  ['figures after a while', [server()], [server({ rssBytes: 2 })], FIGURES_EVERY_MS, true],
  ['health at once', [server()], [server({ health: 'unhealthy' })], 0, true],
  ['a new one', [server()], [server(), server({ id: 'port-4098' })], 0, true],
  ['the first list', [], [server()], Number.POSITIVE_INFINITY, true],
])('%s', (_name, told, now, since, news) => {
  expect(isNews(told, now, since)).toBe(news)
})
