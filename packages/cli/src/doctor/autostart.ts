import { kiloPaths, readPlainFile } from '@kilo-console/daemon'
import { loginItem, thisMachine } from '../autostart/place.ts'
import { installedAutostart } from '../autostart/installed.ts'
import { ok, type Finding, warning } from './finding.ts'
import { shortPath } from './print.ts'

/** What is written there has one or two kilobytes. */
const MOST_BYTES = 1024 * 1024

export async function examineAutostart(): Promise<Finding[]> {
  const { file, content } = loginItem(thisMachine())
  const found = await readPlainFile(file, { mostBytes: MOST_BYTES }).catch(() => undefined)
  const there = typeof found === 'object' ? found.bytes : undefined
  const isEnabled = installedAutostart()?.enabled ?? false
  return [judgeAutostart(there, Buffer.from(content()), isEnabled, shortPath(file, kiloPaths().home))]
}

/** PURE. A file that another Node or kilo wrote may name programs that are gone. */
export function judgeAutostart(
  there: Buffer | undefined,
  wanted: Buffer,
  isEnabled: boolean,
  path: string,
): Finding {
  const install = 'kilo daemon install'
  if (!there) return ok('at login', `not started; ${install} would`)
  if (!isEnabled) return warning('at login', `not started: ${path} is not enabled`, install)
  if (withoutPath(there) === withoutPath(wanted)) return ok('at login', path)
  return warning('at login', `${path} was written for another Node or kilo`, install)
}

/** PATH is another in every npm script and virtual environment: that the file keeps an older one is no fault. */
function withoutPath(text: Buffer): string {
  const lines = text.toString('latin1').split('\n')
  return lines.filter((line) => !/"PATH=|<key>PATH</.test(line)).join('\n')
}
