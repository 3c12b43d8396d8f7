import { createSignal, type Accessor } from 'solid-js'
import { useConsole } from '../../store/context.ts'
import { choiceOf } from '../composer/prompt-choice.ts'
import { chosenIn } from '../composer/session-choice.ts'
import { reportFailure } from '../../frame/report-failure.ts'
import { useSession } from '../session-view.ts'

/** Has the context shortened to a summary. The engine answers when that is written: nobody waits for it, the conversation says that it runs. */
export function createCompact(): { run: () => void; can: Accessor<boolean>; running: Accessor<boolean> } {
  const { branches } = useConsole()
  const view = useSession()
  const [running, setRunning] = createSignal(false)
  const model = () =>
    choiceOf({
      chosen: chosenIn(view.ref),
      messages: view.messages(),
      session: view.session(),
      choices: undefined,
    }).model
  const compact = async () => {
    const chosen = model()
    if (!chosen || running()) return
    setRunning(true)
    try {
      await branches.compact(view.ref, chosen)
    } catch (error) {
      reportFailure('The context was not shortened', error, () => void compact())
    } finally {
      setRunning(false)
    }
  }
  return {
    run: () => void compact(),
    can: () => !view.busy() && !running() && view.messages().length > 0 && model() !== null,
    running,
  }
}
