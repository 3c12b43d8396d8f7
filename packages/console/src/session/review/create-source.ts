import { createMemo, type Accessor } from 'solid-js'
import { useConsole } from '../../store/context.ts'
import type { SessionView } from '../session-view.ts'
import { sourceOf } from './review-state.ts'
import type { Source } from './source.ts'

/**
 * Of what the changes are shown: as chosen, else of the session. Where the engine tells of turns alone, of the last one that changed something.
 */
export function createSource(view: SessionView): Accessor<Source> {
  const { can } = useConsole()
  const lastTurn = createMemo(() => {
    const prompts = view.messages().filter(({ role }) => role === 'user')
    const changing = prompts.findLast(
      ({ summary }) => typeof summary === 'object' && summary.diffs.length > 0,
    )
    return (changing ?? prompts.at(-1))?.id
  })
  return createMemo(
    (): Source => {
      const source = sourceOf(view.ref.sessionId)
      const messageID = lastTurn()
      const isTold = source.kind !== 'session' || can(view.ref.serverId, 'session-diff')
      return isTold || messageID === undefined ? source : { kind: 'turn', messageID }
    },
    undefined,
    { equals: (a, b) => a?.kind === b?.kind && turnOf(a) === turnOf(b) },
  )
}

const turnOf = (source: Source | undefined) => (source?.kind === 'turn' ? source.messageID : undefined)
