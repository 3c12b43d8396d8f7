import { dirname } from 'node:path'
import { ensurePrivateFolder, writeFilePrivate } from '@kilo-console/daemon'
import { loginItem, thisMachine } from '../autostart/place.ts'
import { runSteps, spell } from '../autostart/steps.ts'
import { line } from '../output/format.ts'
import type { Report } from '../output/print.ts'

/** Writes the file, as a whole, and has the platform read it. Where it cannot, says what to run, and fails. */
export async function daemonInstall(): Promise<Report> {
  const { kind, file, content, enable } = loginItem(thisMachine())
  const text = content()
  await ensurePrivateFolder(dirname(file))
  await writeFilePrivate(file, text)
  const problem = await runSteps(enable)
  const commands = enable.filter(({ optional }) => !optional).map(spell)
  return {
    exitCode: problem === undefined ? 0 : 1,
    json: {
      installed: true,
      kind,
      file,
      enabled: problem === undefined,
      ...(problem === undefined ? {} : { problem, commands }),
    },
    text:
      problem === undefined
        ? [line('kilo daemon starts at login', file), 'hint: kilo daemon start starts it now']
        : [
            line('kilo daemon installed, not yet enabled', file),
            `why: ${problem}`,
            `hint: run in your own session: ${commands.join(' && ')}`,
          ],
  }
}
