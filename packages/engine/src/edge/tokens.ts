import type { AssistantMessage, Session } from '@kilocode/sdk/v2/client'
import { may, number, object, type Schema } from './bounds.ts'

type SessionTokens = NonNullable<Session['tokens']>

const counts = {
  input: number,
  output: number,
  reasoning: number,
  cache: object<SessionTokens['cache']>({ read: number, write: number }),
}

export const sessionTokens: Schema<SessionTokens> = object<SessionTokens>(counts)

/** What one answer took. */
export const tokenCount: Schema<AssistantMessage['tokens']> = object<AssistantMessage['tokens']>({
  ...counts,
  total: may(number),
})
