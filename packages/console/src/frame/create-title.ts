import type { Session } from '@kilocode/sdk/v2/client'
import { createEffect, onCleanup, type Accessor } from 'solid-js'
import { useConsole } from '../store/context.ts'
import { firstPromptOf, wantFirstPrompt } from '../store/first-prompts.ts'
import { isUntitled } from '../store/prompt-name.ts'
import { titleOfSession } from './entry-text.ts'

/** The title of a session that is shown. One that has none is read for its first prompt, as long as the calling owner lives. */
export function createTitle(serverId: string, session: Accessor<Session | undefined>): Accessor<string> {
  const { state } = useConsole()
  createEffect(() => {
    const shown = session()
    if (!shown || !isUntitled(shown) || firstPromptOf(shown.id) !== undefined) return
    // A server that was killed is asked when it is back.
    if (state.servers[serverId]?.info.health !== 'healthy') return
    const { id, time } = shown
    onCleanup(
      wantFirstPrompt({ ref: { serverId, sessionId: id }, created: time.created, updated: time.updated }),
    )
  })
  return () => titleOfSession(session() ?? { title: '' })
}
