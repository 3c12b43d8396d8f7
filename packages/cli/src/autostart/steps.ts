import { execFile } from 'node:child_process'
import { printable } from '@kilo-console/daemon'
import { shellWord } from '../output/shell-word.ts'
import type { Step } from './login-item.ts'

const TIMEOUT_MS = 15_000

/** Runs them in order until one fails that may not. Undefined when all is done, else why not: without a user session there is nobody to tell. */
export async function runSteps(steps: Step[]): Promise<string | undefined> {
  for (const { argv, optional } of steps) {
    const problem = await run(argv)
    if (problem !== undefined && !optional) return problem
  }
  return undefined
}

function run([program, ...args]: Step['argv']): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile(program, args, { timeout: TIMEOUT_MS, windowsHide: true }, (error, _, stderr) => {
      if (!error) return resolve(undefined)
      const [said = ''] = printable(stderr).trim().split('\n')
      resolve(said || (error.code === 'ENOENT' ? `there is no ${program}` : `${program} failed`))
    })
  })
}

/** As one would type it. */
export function spell({ argv }: Step): string {
  return argv.map(shellWord).join(' ')
}
