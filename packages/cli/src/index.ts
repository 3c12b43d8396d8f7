import { isAbsolute, resolve } from 'node:path'
import { exitCodeOf, printError } from './output/print.ts'
import { quick } from './quick.ts'
import { surviveClosedOutput } from './output/write.ts'

/** The only place that catches, prints an error and sets the exit code. What is not answered at once is in a file of its own. */
async function main(args: string[]): Promise<number> {
  try {
    makeAbsolute('KILO_ENGINE')
    return (await quick(args)) ?? (await (await import('./main/dispatch.ts')).dispatch(args))
  } catch (error) {
    surviveClosedOutput()
    printError(error, { json: args.includes('--json'), debug: process.env['KILO_DEBUG'] === '1' })
    return exitCodeOf(error)
  }
}

/** What we start runs in another folder. */
function makeAbsolute(name: string): void {
  const path = process.env[name]
  if (path && !isAbsolute(path)) process.env[name] = resolve(path)
}

async function run(): Promise<void> {
  const exitCode = await main(process.argv.slice(2))
  // Set already: the answer could not be written.
  process.exitCode ||= exitCode
}

void run()
