/** PURE: how an MCP server is, in words, and what to do about it. */
import { escapeInvisible } from '../../../ui/escape-invisible.ts'
import type { McpCondition, McpServer } from './servers.ts'

export const CONDITION_NAMES: Readonly<Record<McpCondition, string>> = {
  connecting: 'Connecting',
  connected: 'Connected',
  disconnected: 'Disconnected',
  off: 'Disabled',
  failed: 'Failed',
  login: 'Needs login',
  registration: 'Needs a client ID',
  untold: 'Not told',
}

export interface ConditionText {
  /** What happened. */
  text: string
  /** What to do next. */
  hint?: string
  /** As the engine told it, where `text` is another word for it. */
  told?: string
}

/** Undefined where its name says it all. */
export function conditionText(
  server: Pick<McpServer, 'condition' | 'error' | 'kind' | 'logsIn'>,
): ConditionText | undefined {
  switch (server.condition) {
    case 'failed':
      return failureText(server)
    case 'login':
      return { text: 'It wants you to log in.', hint: '“Log in” shows you its page.' }
    case 'registration':
      return {
        text: 'It lets nobody register by themselves.',
        hint: 'Register Kilo where it is run, then edit this server: give the client ID that you get there.',
      }
    case 'disconnected':
      return { text: 'Sessions can’t use it until it is connected.' }
    case 'untold':
      return {
        text: 'Kilo says nothing of it.',
        hint: 'Its settings may be wrong, or stand in a file that was passed over: look at Configuration.',
      }
    default:
      return undefined
  }
}

const MOST_TEXT = 500

/** What engines say, and what it means; the first that fits counts. */
const KNOWN: readonly [
  RegExp,
  (match: string[], server: Pick<McpServer, 'kind' | 'logsIn'>) => Omit<ConditionText, 'told'>,
][] = [
  [
    /Executable not found in \$PATH: "([^"]*)"/,
    ([, program = '']) => ({
      text: `There is no program called ${program} where Kilo looks for it.`,
      hint: 'Install it, or write its whole path. A PATH that was changed later needs a restart of the daemon.',
    }),
  ],
  [
    /ENOENT.*posix_spawn|posix_spawn.*ENOENT/,
    () => ({ text: 'Its program is not there.', hint: 'Install it, or write its whole path.' }),
  ],
  [
    /timed out after (\d{1,9})ms/i,
    ([, ms = '']) => ({
      text: `It didn’t answer within ${Number(ms) / 1000} seconds.`,
      hint: 'If it is only slow to start, give it a longer timeout.',
    }),
  ],
  [
    /status code \((401|403)\)/,
    ([, status = ''], { logsIn }) => ({
      text: `It refuses Kilo (${status}).`,
      hint: logsIn ? 'Log in, or check its headers.' : 'Check its headers: a key may be wrong or have ended.',
    }),
  ],
  [
    /status code \((404|405|410)\)/,
    ([, status = '']) => ({
      text: `There is no MCP server at this address (${status}).`,
      hint: 'Check the path: many end in /mcp or /sse.',
    }),
  ],
  [
    /status code \((5\d\d)\)/,
    ([, status = '']) => ({ text: `It has a fault of its own (${status}).`, hint: 'Try again later.' }),
  ],
  [
    /Unable to connect|ECONNREFUSED|ENOTFOUND|getaddrinfo|fetch failed/i,
    () => ({ text: 'Nobody answers at its address.', hint: 'Check the address, and that it is running.' }),
  ],
  [
    /Failed to get tools|Connection closed|closed unexpectedly/i,
    ([,], { kind }) => ({
      text: 'It started, then stopped answering.',
      hint: kind === 'local' ? 'Run its command in a terminal: it may say why.' : 'Try again later.',
    }),
  ],
]

function failureText(server: Pick<McpServer, 'error' | 'kind' | 'logsIn'>): ConditionText {
  const told = escapeInvisible(cut(server.error.trim()))
  for (const [pattern, words] of KNOWN) {
    const match = pattern.exec(told)
    if (match) return { ...words([...match], server), told }
  }
  return told === '' ? { text: 'Kilo doesn’t say why.', hint: 'Connect it again.' } : { text: told }
}

const cut = (text: string) => (text.length > MOST_TEXT ? `${text.slice(0, MOST_TEXT - 1)}…` : text)
