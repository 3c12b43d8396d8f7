/** The console's own settings, a file that people write too. */
import { systemCode } from '../errors.ts'
import { readPlainFileSync } from '../files/plain-file.ts'
import { isRecord } from '../validate.ts'

/** As much as the console reads of it. */
const MOST_BYTES = 1024 * 1024

const WORDS = { 'no-file': 'is no file', 'too-large': 'is larger than 1 MB' } as const

/** `problem`: why nothing can be read in it, as what follows its name. A file that is not there has none. Never throws. */
export function readSettings(path: string): { content: Record<string, unknown>; problem?: string } {
  try {
    const file = readPlainFileSync(path, { mostBytes: MOST_BYTES })
    if (typeof file === 'string') return { content: {}, problem: WORDS[file] }
    const content: unknown = JSON.parse(file.bytes.toString('utf8').replace(/^\uFEFF/, ''))
    return isRecord(content) ? { content } : { content: {}, problem: 'is no JSON object' }
  } catch (error) {
    const code = systemCode(error)
    if (code === 'ENOENT') return { content: {} }
    return { content: {}, problem: code === undefined ? 'is not JSON' : `can’t be read (${code})` }
  }
}
