/** Opens a file in the editor that KILO_CONSOLE_EDITOR names, on this machine. */
import { spawn } from 'node:child_process'
import { realpath } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { HttpProblem } from '../http/problem.ts'
import type { Repository } from './repository.ts'

/** How long it has to fail: an editor that has come up goes on by itself. */
const LOOK_MS = 500

/** PURE: words of a command, parted by spaces outside of quotes. There is no shell: nothing else has a meaning. */
export function wordsOf(command: string): string[] {
  return [...command.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? '',
  )
}

/** PURE: the program and its arguments; a command that does not say where the file goes gets it at its end. */
export function editorCommand(words: readonly string[], file: string, line: number): string[] {
  const filled = words.map((word) => word.replaceAll('{line}', String(line)).replaceAll('{file}', () => file))
  return words.some((word) => word.includes('{file}')) ? filled : [...filled, file]
}

/** Throws 404 without an editor or a file, 502 when the editor cannot be started. */
export async function openInEditor(
  words: readonly string[],
  { root }: Repository,
  path: string,
  line: number,
): Promise<void> {
  if (words.length === 0)
    throw new HttpProblem(
      404,
      'no-editor',
      'No editor is set.',
      'the console’s settings, or KILO_CONSOLE_EDITOR="code -g {file}:{line}" kilo console',
    )
  const file = await realpath(join(root, path)).catch(() => '')
  if (path.includes('\0') || !file.startsWith(root + sep))
    throw new HttpProblem(404, 'no-file', 'This file is not there.')
  const [program = '', ...args] = editorCommand(words, file, line)
  await begin(program, args, root)
}

function begin(program: string, args: string[], cwd: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, detached: true, stdio: 'ignore' })
    const refuse = () => reject(new HttpProblem(502, 'editor-failed', 'The editor could not be started.'))
    const timer = setTimeout(resolve, LOOK_MS)
    child.once('error', () => {
      clearTimeout(timer)
      refuse()
    })
    child.once('exit', (code) => {
      clearTimeout(timer)
      if (code === 0 || code === null) resolve()
      else refuse()
    })
    child.unref()
  })
}
