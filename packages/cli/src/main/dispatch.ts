import { surviveClosedOutput } from '../output/write.ts'

/** By the first word: our own commands, imported when they run, and the engine's. Returns the exit code. */
export async function dispatch(args: string[]): Promise<number> {
  surviveClosedOutput()
  // A file that may not grow is an error with a hint, not the end (faults.md 8). Windows has no such signal.
  if (process.platform !== 'win32') process.on('SIGXFSZ', () => undefined)
  switch (args[0] ?? '') {
    case '--version':
    case '-v':
      return (await import('../commands/version.ts')).version()
    case '--help':
    case '-h':
      return (await import('../commands/help.ts')).help()
    case 'daemon':
    case 'console':
    case 'doctor':
    case 'completion':
      return (await import('./program.ts')).runProgram(args)
    default:
      return (await import('./pass-through.ts')).passThrough(args)
  }
}
