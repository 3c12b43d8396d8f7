import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { succeed } from '../run.ts'
import { makeImportedSession, type Exchange } from '../world/imported-session.ts'
import type { World } from '../world/world.ts'
import { sessionOf } from './session.ts'

/** Opens a session that was somewhere else before, with these exchanges. */
export async function openImported(page: Page, world: World, title: string, exchanges: Exchange[]) {
  const session = makeImportedSession(title, world.project, exchanges)
  const file = path.join(world.home, 'imported.json')
  await writeFile(file, JSON.stringify(session))
  await succeed(world.engine(['import', file]))
  await page.goto(new URL(`/servers/daemon/sessions/${session.info.id}`, page.url()).href)
  return sessionOf(page)
}
