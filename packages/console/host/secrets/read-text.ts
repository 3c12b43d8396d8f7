import { readPlainFile } from '@kilo-console/daemon'

/** Of one file; larger ones are no configuration, and no key. */
const MOST_BYTES = 1 << 20

/** What stands in an ordinary file. Never rejects: undefined for all else, and for what has no end, whatever size it claims. */
export async function readText(path: string): Promise<string | undefined> {
  const file = await readPlainFile(path, { mostBytes: MOST_BYTES }).catch(() => undefined)
  return typeof file === 'object' ? file.bytes.toString('utf8') : undefined
}
