import { useConsole } from '../../store/context.ts'
import { chosenIn } from '../composer/session-choice.ts'
import { useSession } from '../session-view.ts'
import { resentOf } from './resent.ts'

/** Sends the newest prompt again. Undefined while that can't be done. */
export function createResend(): () => (() => void) | undefined {
  const { sessions } = useConsole()
  const view = useSession()
  return () => {
    if (view.busy() || !view.reachable()) return undefined
    const prompt = resentOf({
      messages: view.messages(),
      session: view.session(),
      partsOf: (id) => view.transcript()?.parts[id] ?? [],
      chosen: chosenIn(view.ref),
    })
    return prompt && (() => void sessions.prompts.send(view.ref, prompt, prompt.choice))
  }
}
