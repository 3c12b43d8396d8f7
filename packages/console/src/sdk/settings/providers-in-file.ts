import { readAnswer } from '../answer.ts'
import { engine } from '../engine.ts'

interface InFile {
  serverId: string
  scope: 'global' | 'project'
  /** Empty: the folder that the server began in. */
  directory: string
}

/** What the file that changes go to says of its providers; what is secret has a mark instead. */
export async function providersInFile({
  serverId,
  scope,
  directory,
}: InFile): Promise<Record<string, Record<string, unknown>>> {
  const where = directory === '' ? {} : { directory }
  const call = engine(serverId).config.overlay({ ...where, scope })
  return (await readAnswer(serverId, 'providersInFiles', call))[scope]
}
