import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { greeting } from '../test/host/greeting.ts'
import { makeHub } from './events/hub.ts'
import type { Discovery } from './servers/discovery.ts'
import { openSpending } from './spending.ts'

let folder: string
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'kilo-spending-'))))
afterEach(() => rm(folder, { recursive: true }))

test('another budget is told to every tab, and to those that missed it', async () => {
  const hub = makeHub()
  const discovery = { list: () => [] } as unknown as Discovery
  const spending = await openSpending({ file: join(folder, 'budget.json') }, () => ({ hub, discovery }))
  const heard: unknown[] = []
  const { epoch, seq } = hub.position()
  const { leave } = hub.join(null, greeting, (text) => heard.push(JSON.parse(text)))
  await spending.budgets.change({ day: 5, stops: true })
  leave()
  const frame = { epoch, seq: seq + 1, kept: { budget: { day: 5, stops: true } } }
  expect(heard).toEqual([frame])
  expect(
    hub
      .join(`${epoch}:${seq}`, greeting, () => undefined)
      .backlog.slice(1)
      .map((text): unknown => JSON.parse(text)),
  ).toEqual([frame])
  spending.dispose()
})
