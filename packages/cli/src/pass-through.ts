import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { findEngine } from '@kilo-console/daemon'

const FORWARDED = ['SIGTERM', 'SIGHUP', 'SIGINT', 'SIGQUIT', 'SIGUSR2'] as const

/** Hands the command to the engine unchanged: stdio, signals, exit code, or the death by a signal. */
export async function passThrough(args: string[]): Promise<number> {
  const { path } = await findEngine()
  const treeSitter = process.env['KILO_TREE_SITTER_WASM_DIR'] ?? join(dirname(path), 'tree-sitter')
  const child = spawn(path, args, {
    stdio: 'inherit',
    env: { ...process.env, KILO_TREE_SITTER_WASM_DIR: treeSitter },
  })
  // Of a terminal's own Ctrl-C and Ctrl-\ the child hears by itself: a second one could mean "quit" to it.
  const heard = process.stdin.isTTY ? ['SIGINT', 'SIGQUIT'] : []
  const handlers = FORWARDED.map((name) => ({
    name,
    handle: () => void (heard.includes(name) || child.kill(name)),
  }))
  for (const { name, handle } of handlers) process.on(name, handle)
  try {
    const { code, signal } = await ended(child)
    for (const { name, handle } of handlers) process.off(name, handle)
    if (!signal) return code ?? 1
    process.kill(process.pid, signal)
    return 128 + constants.signals[signal]
  } finally {
    for (const { name, handle } of handlers) process.off(name, handle)
  }
}

function ended(
  child: ReturnType<typeof spawn>,
): Promise<{ code: number | null; signal: NodeJS.Signals | null }> {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => resolve({ code, signal }))
  })
}
