import type { Page } from '@playwright/test'
import type { EngineClient } from '../world/engine.ts'
import type { Seeded } from '../world/seed.ts'
import type { World } from '../world/world.ts'

/** What a picture is taken in: a logged-in page of a world with sessions in every state. */
export interface Stage {
  page: Page
  world: World
  engine: EngineClient
  seeded: Seeded
  /** Opens a path of the console. */
  at: (path: string) => Promise<unknown>
  /** Opens a session. */
  session: (id: string) => Promise<unknown>
}

/** One view in one state. */
export interface State {
  name: string
  /** It stands in docs/screenshots as well, at a desk or on a phone. */
  readme?: 'desk' | 'phone'
  /** Resolves when it stands on the screen. */
  show: (stage: Stage) => Promise<void>
}
