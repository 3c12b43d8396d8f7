import { isWorking } from '@kilo-console/engine/provider-report'
import { printFindings } from '../doctor/print.ts'
import { examineProvider, findingsOf, requestLines, verdict } from '../doctor/provider.ts'
import type { Report } from '../output/print.ts'

/** `kilo doctor --provider`: asks a model of it by way of the running daemon. Exit code 1 where it does not work. */
export async function doctorProvider(
  provider: string,
  model: string | undefined,
  signal: AbortSignal,
): Promise<Report> {
  const report = await examineProvider(provider, model, signal)
  const { isTTY, columns } = process.stdout
  const paper = { columns: isTTY ? columns : undefined, colour: isTTY && !process.env['NO_COLOR'] }
  const works = isWorking(report)
  return {
    json: { works, ...report },
    text: [
      ...printFindings(findingsOf(report), paper),
      ...(works ? [] : requestLines(report)),
      '',
      verdict(report),
    ],
    exitCode: works ? 0 : 1,
  }
}
