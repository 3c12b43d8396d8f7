/** An engine asks its small model for a session's title: Kilo's after the first finished tool call, opencode's at once. */
import type { ChatRequest } from './request.ts'

const REQUEST = 'Generate a title for this conversation'

/** A title of at most 50 characters made from the first user message in the engine's title request, null for any other prompt. */
export function titleFor(prompt: string): string | null {
  if (!prompt.startsWith(REQUEST)) return null
  const first = /^1\. (.*)$/m.exec(prompt)?.[1] ?? ''
  const words = first.replaceAll(/\[script:\w+ ?/g, '').replaceAll(/[[\]]/g, '')
  return shorten(
    words
      .split(/(?<=[.?!])\s/)[0]
      ?.replace(/[.?!]+$/, '')
      .trim() || 'Untitled work',
  )
}

/** The same of opencode's request, which has the conversation behind the question. */
export function titleOfRest({ messages }: ChatRequest): string | null {
  const [asked, ...rest] = messages.filter(({ role }) => role === 'user').map(({ text }) => text.trim())
  return asked?.startsWith(REQUEST) && rest.length > 0 ? titleFor(`${REQUEST}\n1. ${rest.join(' ')}`) : null
}

function shorten(text: string): string {
  const capital = text.charAt(0).toUpperCase() + text.slice(1)
  if (capital.length <= 50) return capital
  const cut = capital.slice(0, 50)
  return cut.slice(0, Math.max(cut.lastIndexOf(' '), 20))
}
