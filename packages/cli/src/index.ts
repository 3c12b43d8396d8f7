import { exitCodeOf, printError } from './output.ts'
import { quick } from './quick.ts'
import { surviveClosedOutput } from './write.ts'

/** The only place that catches, prints an error and sets the exit code. What is not answered at once is in a file of its own. */
async function main(args: string[]): Promise<number> {
  try {
    return (await quick(args)) ?? (await (await import('./dispatch.ts')).dispatch(args))
  } catch (error) {
    surviveClosedOutput()
    printError(error, { json: args.includes('--json'), debug: process.env['KILO_DEBUG'] === '1' })
    return exitCodeOf(error)
  }
}

async function run(): Promise<void> {
  process.exitCode = await main(process.argv.slice(2))
}

void run()
