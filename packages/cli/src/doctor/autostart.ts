import { readFile } from 'node:fs/promises'
import { kiloPaths } from '@kilo-console/daemon'
import { loginItem, thisMachine } from '../autostart/place.ts'
import { ok, type Finding, warning } from './finding.ts'
import { shortPath } from './print.ts'

export async function examineAutostart(): Promise<Finding[]> {
  const { file, content } = loginItem(thisMachine())
  const there = await readFile(file).catch(() => undefined)
  return [judgeAutostart(there, Buffer.from(content()), shortPath(file, kiloPaths().home))]
}

/** PURE. A file that another Node or kilo wrote may name programs that are gone. */
export function judgeAutostart(there: Buffer | undefined, wanted: Buffer, path: string): Finding {
  if (!there) return ok('at login', 'not started; kilo daemon install would')
  if (there.equals(wanted)) return ok('at login', path)
  return warning('at login', `${path} was written for another Node, kilo or PATH`, 'kilo daemon install')
}
