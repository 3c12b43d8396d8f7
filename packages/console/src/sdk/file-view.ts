import type { FileContent } from '@kilo-console/engine/edge/files'
import { readAnswer } from './answer.ts'
import { engine } from './engine.ts'

/** What is at a path of a session's folder; `null`: nothing. The engine answers an empty text for a file that is not there (engine.md). */
export async function readFile(
  serverId: string,
  directory: string,
  path: string,
): Promise<FileContent | null> {
  const client = engine(serverId).file
  const read = await readAnswer(serverId, 'fileContent', client.read({ directory, path }))
  if (read.content !== '' || read.type === 'binary') return read
  const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')))
  const nodes = await readAnswer(serverId, 'fileNodes', client.list({ directory, path: folder }))
  const name = path.slice(path.lastIndexOf('/') + 1)
  return nodes.some((node) => node.name === name && node.type === 'file') ? read : null
}
