import type { ToolPart } from '@kilocode/sdk/v2/client'
import { createMemo, type Accessor } from 'solid-js'
import { createSessionView, useSession, type SessionView } from '../../session-view.ts'
import { askedAgain, standOf, startOf, workOf, type Work } from './subagent-work.ts'

export interface SubagentView {
  view: SessionView
  work: Accessor<Work>
  stand: Accessor<ReturnType<typeof standOf>>
}

/** The session in which a call's work is done, read for the life of the calling owner, and what it did for it. */
export function createSubagent(sessionId: string, part: () => ToolPart): SubagentView {
  const above = useSession()
  const view = createSessionView({ serverId: above.ref.serverId, sessionId }, above)
  const until = createMemo(() => askedAgain(part(), above.messages(), above.transcript()?.parts ?? {}))
  return {
    view,
    work: createMemo(() =>
      workOf(view.messages(), view.transcript()?.parts ?? {}, {
        since: startOf(part()),
        until: until(),
        busy: view.busy(),
      }),
    ),
    stand: () =>
      until() === null ? standOf(view.server()?.activity[sessionId], view.requests().length > 0) : null,
  }
}
