/** opencode of npm in a world: its project, its model, its home. */
import { fetchEngine } from '../../scripts/other-engines.mjs'
import { run, succeed } from '../run.ts'
import { startServer, type OtherServer } from './other-server.ts'
import type { World } from './world.ts'

export interface OpencodeOptions {
  port: number
  /** Default: none. */
  password?: string
  /** Whether it has the world's model. Default true. */
  hasModel?: boolean
}

const environment = ({ env }: World): NodeJS.ProcessEnv => ({
  ...env,
  OPENCODE_DISABLE_AUTOUPDATE: '1',
  OPENCODE_DISABLE_MODELS_FETCH: '1',
})

/** Takes in an exported session. */
export async function importToOpencode(world: World, file: string): Promise<void> {
  await succeed(
    run(fetchEngine('opencode'), ['import', file], { env: environment(world), cwd: world.project }),
  )
}

/** `opencode serve`, ended with `close`. */
export function startOpencode(world: World, options: OpencodeOptions): Promise<OtherServer> {
  const { port, password = '', hasModel = true } = options
  const env = {
    ...environment(world),
    ...(password !== '' && { OPENCODE_SERVER_PASSWORD: password }),
    ...(hasModel && { OPENCODE_CONFIG_CONTENT: configOf(world) }),
  }
  return startServer({ program: fetchEngine('opencode'), port, env, cwd: world.project })
}

/** Both read the same words. Without snapshots it tells of no changes. */
function configOf({ env }: World): string {
  const config = JSON.parse(env['KILO_CONFIG_CONTENT'] ?? '{}') as object
  return JSON.stringify({ ...config, snapshot: true })
}
