/** What the engine's own command line offers. Its first level is written down here: asking it costs seconds. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { findEngine } from '@kilo-console/daemon'
import type { Candidate } from './candidates.ts'

const execute = promisify(execFile)

/** A person waits at the prompt. */
const LIMIT_MS = 10_000
const MAX_BYTES = 256 * 1024

/** Of 7.7.7, without what ours replaces (`kilo --help` of the engine lists those, too). */
export const ENGINE_COMMANDS: readonly Candidate[] = [
  ['run', 'run Kilo with a message'],
  ['attach', 'attach to a running server'],
  ['serve', 'start a server without a user interface'],
  ['session', 'manage sessions'],
  ['models', 'list the available models'],
  ['stats', 'token usage and cost'],
  ['auth', 'manage providers and credentials'],
  ['mcp', 'manage MCP servers'],
  ['agent', 'manage agents'],
  ['config', 'configuration tools'],
  ['worktree', 'manage git worktrees'],
  ['pr', 'manage pull requests'],
  ['github', 'manage the GitHub agent'],
  ['export', 'export a session as JSON'],
  ['import', 'import a session from a JSON file or a URL'],
  ['plugin', 'install a plugin'],
  ['acp', 'start an Agent Client Protocol server'],
  ['cloud', 'run cloud agent tasks'],
  ['roll-call', 'test models for connectivity and latency'],
  ['profile', 'show the Kilo account'],
  ['remote', 'enable the remote connection'],
  ['db', 'database tools'],
  ['debug', 'debugging and troubleshooting tools'],
  ['upgrade', 'upgrade the engine'],
  ['uninstall', 'uninstall the engine'],
  ['help', 'the full reference of the engine'],
].map(([word = '', description = '']) => ({ word, description }))

/** Asks the engine for what is deeper than its first level. Nothing when it can't say: the shell offers files then. */
export async function askEngine(words: readonly string[]): Promise<Candidate[]> {
  try {
    const { path } = findEngine()
    const { stdout } = await execute(path, ['--get-yargs-completions', 'kilo', ...words], {
      timeout: LIMIT_MS,
      maxBuffer: MAX_BYTES,
      env: { ...process.env, KILO_TELEMETRY_LEVEL: 'off' },
    })
    return readWords(stdout, words.at(-1) ?? '')
  } catch {
    return []
  }
}

/** PURE: one word a line, `$0` for the command without one. What a shell would have to quote is no command. */
export function readWords(stdout: string, prefix: string): Candidate[] {
  return stdout
    .split('\n')
    .map((line) => line.trim())
    .filter((word) => /^[\w-][\w:@./-]*$/.test(word) && word.startsWith(prefix))
    .map((word) => ({ word, description: '' }))
}
