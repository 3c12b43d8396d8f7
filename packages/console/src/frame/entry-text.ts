/** What the roster says about a session, in words. Pure. */
import type { ServerInfo } from '../../shared/api.ts'
import { firstPromptOf } from '../store/first-prompts.ts'
import { isUntitled } from '../store/prompt-name.ts'
import type { SessionEntry, SessionStatus, TerminalEntry } from '../store/roster.ts'
import type { Terminal } from '../store/types.ts'
import { formatClock } from '../ui/format.ts'
import { baseName, printablePath } from '../ui/path-split.ts'
import type { Activity } from '../ui/state-icon.tsx'
import { programTitleOf, terminalNumberOf } from './terminal-titles.ts'

const LONGEST = 160
// Control and bidirectional characters could make a title look like another, or reach over its neighbours (faults.md 42).
const UNSAFE = /[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gu

/** One line of text out of anything that a model or a shell has named: no control characters, 160 characters at most. */
export function oneLine(text: string): string {
  const clean = text
    .slice(0, 4 * LONGEST)
    .replace(UNSAFE, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return clean.length > LONGEST ? `${clean.slice(0, LONGEST - 1)}…` : clean
}

interface Titled {
  id?: string
  title: string
  time?: { created: number }
}

/** Its title; without one its first prompt, as far as that is known; else the time of its beginning, which no two share. Reactive. */
export function titleOfSession(session: Titled): string {
  if (!isUntitled(session)) return oneLine(session.title) || nameByTime(session)
  return oneLine(firstPromptOf(session.id) ?? '') || nameByTime(session)
}

function nameByTime({ time }: Titled): string {
  return time ? `New session ${formatClock(time.created)}` : 'New session'
}

/** Most shells say in their prompt's title where they are: of that the folder's name is enough. */
const PROMPT_TITLE = /^[\w.-]+@[\w.-]+:/

/** What somebody called it, else what the program in it says it does; empty for a shell that waits. Reactive. */
function ownTitleOf({ id, title }: Terminal): string {
  // The engine's own name for a terminal tells it from others, but nothing about it.
  if (title !== `Terminal ${id.slice(-4)}`) return oneLine(title)
  const said = oneLine(programTitleOf(id))
  return PROMPT_TITLE.test(said) ? '' : said
}

/** Whether it goes by its folder, so that nobody has to say that again. Reactive. */
export const isNamedByFolder = (terminal: Terminal): boolean => ownTitleOf(terminal) === ''

/** "vim auth.ts", or the shell and its folder: "zsh — app", of the second one "zsh 2 — app". Reactive. */
export function titleOfTerminal({ terminal }: Pick<TerminalEntry, 'terminal'>): string {
  const number = terminalNumberOf(terminal.id)
  const shell = `${baseName(terminal.command)}${number > 1 ? ` ${number}` : ''}`
  return ownTitleOf(terminal) || oneLine(`${shell} — ${printablePath(baseName(terminal.cwd))}`)
}

/** Its shape and colour. `finished`: its turn has ended since somebody last looked. */
export function activityOf(status: SessionStatus, finished: boolean): Activity {
  switch (status.kind) {
    case 'permission':
    case 'question':
    case 'offline':
    case 'working':
    case 'failed':
    case 'interrupted':
      return status.kind
    case 'retrying':
      return 'working'
    case 'idle':
      return finished ? 'done' : 'idle'
  }
}

function askedPattern(patterns: readonly string[]): string {
  const [first] = patterns
  return first && first !== '*' ? ` ${oneLine(first)}` : ''
}

/** What it waits for or why it stopped: "bash rm -rf dist", "explore asks: Which database?"; empty when there is nothing to say. */
export function needOf({ status, waiting }: Pick<SessionEntry, 'status' | 'waiting'>): string {
  const more = waiting > 1 ? ` (+${waiting - 1})` : ''
  switch (status.kind) {
    case 'permission': {
      const by = status.by ? `${titleOfSession(status.by)}: ` : ''
      return `${by}${status.request.permission}${askedPattern(status.request.patterns)}${more}`
    }
    case 'question': {
      const by = status.by ? `${titleOfSession(status.by)}: ` : ''
      const [question] = status.request.questions
      return `${by}${oneLine(question?.question ?? 'asks you')}${more}`
    }
    case 'offline':
      return `Waiting for the network: ${oneLine(status.message)}`
    case 'interrupted':
      return 'Interrupted'
    case 'retrying':
      return `Retrying: ${oneLine(status.message)}`
    case 'failed':
      return oneLine(status.message)
    case 'working':
    case 'idle':
      return ''
  }
}

type NamedServer = { kind: string; url: string; port: number } & Pick<ServerInfo, 'engine'>

/** Whether it runs another engine than Kilo's, and says so wherever it is named. */
export const isMarked = ({ engine }: { engine?: ServerInfo['engine'] | undefined }): boolean =>
  engine?.flavour === 'opencode'

/** A server's name for people, and apart from it the port of one that is known by its program. */
export function serverWords({ kind, url, port, engine }: NamedServer): { name: string; port?: number } {
  if (kind === 'managed') return { name: 'kilo', port }
  const host = /^https?:\/\/(\[[^\]]+\]|[^:/]+)/.exec(url)?.[1] ?? 'localhost'
  const isHere = /^(?:127\.|localhost$|\[::1\]$)/.test(host)
  const isOpencode = isMarked({ engine })
  if (isHere) return isOpencode ? { name: 'opencode', port } : { name: `localhost:${port}` }
  return { name: `${isOpencode ? 'opencode ' : ''}${host}:${port}` }
}

/** The managed daemon is `kilo`, others go by host and port, opencode's by its name. */
export function nameServer(info: NamedServer): string {
  const { name, port } = serverWords(info)
  return info.kind === 'managed' || port === undefined ? name : `${name} ${port}`
}
