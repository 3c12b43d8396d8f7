import { useConsole } from '../../store/context.ts'
import { useSession } from '../session-view.ts'
import { promptExtrasOf, promptTextOf } from './rows.ts'

/** Sends the newest prompt again, to the model and agent that it went to. Undefined while that can't be done. */
export function createResend(): () => (() => void) | undefined {
  const { sessions } = useConsole()
  const view = useSession()
  return () => {
    const prompt = view.messages().findLast((message) => message.role === 'user')
    if (!prompt || view.busy() || !view.reachable()) return undefined
    const parts = view.transcript()?.parts[prompt.id] ?? []
    const text = promptTextOf(parts)
    if (text === '') return undefined
    const { agent, model } = prompt
    return () =>
      void sessions.prompt(
        view.ref,
        text,
        { agent, model: { providerID: model.providerID, modelID: model.modelID } },
        promptExtrasOf(parts),
      )
  }
}
