import { succeed } from '../run.ts'
import type { World } from './world.ts'

/** A one-time launch URL from `kilo console`, which starts whatever is not running. */
export async function launchConsole(world: World, ...options: string[]): Promise<string> {
  const { stdout } = await succeed(world.kilo(['console', '--no-open', '--json', ...options]))
  const { url } = JSON.parse(stdout) as { url: string }
  return url
}
