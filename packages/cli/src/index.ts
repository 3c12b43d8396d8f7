import { exitCodeOf, printError, surviveClosedOutput } from './output.ts'

/**
 * The only place that catches, prints an error and sets the exit code. Everything beyond the first word is imported on demand, so that
 * `--version` and the engine's own commands load next to nothing.
 */
async function main(args: string[]): Promise<number> {
  switch (args[0] ?? '') {
    case '--version':
    case '-v':
      return (await import('./commands/version.ts')).version()
    case '--help':
    case '-h':
      return (await import('./commands/help.ts')).help()
    case 'daemon':
    case 'console':
    case 'doctor':
      return (await import('./program.ts')).runProgram(args)
    default:
      return (await import('./pass-through.ts')).passThrough(args)
  }
}

surviveClosedOutput()
try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  printError(error, { json: process.argv.includes('--json'), debug: process.env['KILO_DEBUG'] === '1' })
  process.exitCode = exitCodeOf(error)
}
