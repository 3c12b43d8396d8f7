import { spawn, type ChildProcess } from 'node:child_process'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { findEngine } from '@kilo-console/daemon'

const FORWARDED = ['SIGTERM', 'SIGHUP', 'SIGINT', 'SIGQUIT', 'SIGUSR2'] as const

/** Hands the command to the engine unchanged: stdio, signals, exit code, or the death by a signal. */
export async function passThrough(args: string[]): Promise<number> {
  const { path } = findEngine()
  const treeSitter = process.env['KILO_TREE_SITTER_WASM_DIR'] ?? join(dirname(path), 'tree-sitter')
  const env = { ...process.env, KILO_TREE_SITTER_WASM_DIR: treeSitter }
  const { code, signal } = await runForwarding(() => spawn(path, args, { stdio: 'inherit', env }))
  if (!signal) return code ?? 1
  process.kill(process.pid, signal)
  return 128 + constants.signals[signal]
}

interface End {
  code: number | null
  signal: NodeJS.Signals | null
}

/** Forwards from before the child is there: a signal in between would end us and leave it behind. */
async function runForwarding(begin: () => ChildProcess): Promise<End> {
  // Of a terminal's own Ctrl-C and Ctrl-\ the child hears by itself: a second one could mean "quit" to it.
  const isInTerminal = [process.stdin, process.stdout, process.stderr].some((stream) => stream.isTTY)
  const heard = isInTerminal ? ['SIGINT', 'SIGQUIT'] : []
  let child: ChildProcess | undefined
  const forward = (name: NodeJS.Signals) => {
    if (!heard.includes(name)) child?.kill(name)
  }
  for (const name of FORWARDED) process.on(name, forward)
  try {
    child = begin()
    return await ended(child)
  } finally {
    for (const name of FORWARDED) process.off(name, forward)
  }
}

function ended(child: ChildProcess): Promise<End> {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => resolve({ code, signal }))
  })
}
