/** `opencode web` on the same session, in the same world. */
import { OTHER_ENGINES } from '../../../scripts/other-engines.mjs'
import { until } from '../../world/engine.ts'
import { freePort } from '../../world/free-port.ts'
import { importToOpencode, startOpencode as serve } from '../../world/opencode.ts'
import type { World } from '../../world/world.ts'

export interface Peer {
  name: string
  url: string
  close(): Promise<void>
}

/** `file`: the session, `id` its id. Ends with `close`. */
export async function startOpencode(world: World, { file, id }: { file: string; id: string }): Promise<Peer> {
  await importToOpencode(world, file)
  const server = await serve(world, { port: await freePort(), hasModel: false })
  await until('opencode to answer', () => isThere(`${server.url}/global/health`))
  const folder = Buffer.from(world.project).toString('base64url')
  return {
    name: `opencode web ${OTHER_ENGINES.opencode.version}`,
    url: `${server.url}/${folder}/session/${id}`,
    close: () => server.close(),
  }
}

async function isThere(url: string): Promise<true | undefined> {
  const answer = await fetch(url).catch(() => undefined)
  return answer?.ok || undefined
}
