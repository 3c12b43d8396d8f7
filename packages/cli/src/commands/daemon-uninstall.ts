import { lstat, rm } from 'node:fs/promises'
import { loginItem, thisMachine } from '../autostart/place.ts'
import { runSteps } from '../autostart/steps.ts'
import { line } from '../output/format.ts'
import type { Report } from '../output/print.ts'

/** Undoes `install`. Nothing to undo is no error; a running daemon is left alone. */
export async function daemonUninstall(): Promise<Report> {
  const { file, disable, afterwards, links } = loginItem(thisMachine())
  const was = await lstat(file).then(
    () => true,
    () => false,
  )
  if (was) await runSteps(disable)
  for (const path of [file, ...links]) await rm(path, { force: true })
  if (was) await runSteps(afterwards)
  return {
    json: { uninstalled: was, file },
    text: [was ? line('kilo daemon no longer starts at login', file) : 'kilo daemon did not start at login'],
  }
}
