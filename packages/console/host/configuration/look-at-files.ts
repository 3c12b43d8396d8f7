/** Files of settings as they are now. The engine names them: nothing but the text of ordinary files is read, and no more of it than settings have. */
import { isAbsolute } from 'node:path'
import { readPlainFile, systemCode } from '@kilo-console/daemon'
import { mapLimit } from '../servers/map-limit.ts'
import type { FileLook, FileLooks } from './file-look.ts'
import { makeLooker, type LookAtFile } from './looker.ts'
import { parseFile } from '../../shared/parse-settings.ts'

const MOST_BYTES = 1024 * 1024
const AT_ONCE = 8
/** For all files together. */
const PATIENCE_MS = 3000

const lookAt = makeLooker(look)

/** Never rejects. */
export async function lookAtFiles(
  paths: readonly string[],
  looker: LookAtFile = lookAt,
  patienceMs = PATIENCE_MS,
): Promise<FileLooks> {
  const files = paths.filter((path) => isAbsolute(path) && /\.jsonc?$/.test(path))
  const deadline = AbortSignal.timeout(patienceMs)
  const looks = await mapLimit(AT_ONCE, files, async (path): Promise<[string, FileLook]> => [
    path,
    await looker(path, deadline),
  ])
  return new Map(looks)
}

async function look(path: string): Promise<FileLook> {
  try {
    const file = await readPlainFile(path, { mostBytes: MOST_BYTES })
    if (file === 'no-file') return { found: 'unreadable', why: 'It is no file.' }
    if (file === 'too-large') return { found: 'unreadable', why: 'It is larger than 1 MB.' }
    const text = file.bytes.toString('utf8').replace(/^\uFEFF/, '')
    return { found: 'file', parsed: parseFile(text), changedAt: file.stats.mtimeMs }
  } catch (error) {
    const code = systemCode(error)
    if (code === 'ENOENT' || code === 'ENOTDIR') return { found: 'nothing' }
    return { found: 'unreadable', why: `It can’t be read (${code ?? 'unknown error'}).` }
  }
}
