import type { ToolPart } from '@kilocode/sdk/v2/client'
import { createMemo, type Accessor } from 'solid-js'
import { createSessionView, useSession, type SessionView } from '../../session-view.ts'
import { standOf, workOf, type Work } from './subagent-work.ts'

export interface SubagentView {
  view: SessionView
  work: Accessor<Work>
  stand: Accessor<ReturnType<typeof standOf>>
}

/** The session in which a call's work is done, read for the life of the calling owner, and what it did since the call. */
export function createSubagent(sessionId: string, part: () => ToolPart): SubagentView {
  const above = useSession()
  const view = createSessionView({ serverId: above.ref.serverId, sessionId }, above)
  return {
    view,
    work: createMemo(() => {
      const { state } = part()
      const since = 'time' in state ? state.time.start : null
      return workOf(view.messages(), view.transcript()?.parts ?? {}, { since, busy: view.busy() })
    }),
    stand: () => standOf(view.server()?.activity[sessionId], view.requests().length > 0),
  }
}
