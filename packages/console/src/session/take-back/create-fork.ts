import { useNavigate } from '@solidjs/router'
import { useConsole } from '../../store/context.ts'
import { links } from '../../store/links.ts'
import { showToast } from '../../ui/toast.ts'
import { reportFailure } from '../../frame/report-failure.ts'
import { putBack } from '../composer/draft/put-back.ts'
import { takenBack } from '../composer/draft/taken-back.ts'
import { choiceOfMessage } from '../composer/prompt-choice.ts'
import { useSession } from '../session-view.ts'
import { copyText } from './copy-text.ts'

/** Makes a copy of the session, up to a prompt or whole, and goes there. The prompt itself waits in the copy's box, to be sent otherwise. */
export function createFork(): (beforeId?: string) => void {
  const { branches } = useConsole()
  const view = useSession()
  const navigate = useNavigate()
  const fork = async (beforeId?: string) => {
    try {
      const copy = await branches.fork(view.ref, beforeId)
      const to = { serverId: view.ref.serverId, sessionId: copy.id }
      if (beforeId !== undefined) {
        const prompt = view.messages().find(({ id }) => id === beforeId)
        const back = takenBack(view.transcript()?.parts[beforeId] ?? [], view.directory())
        putBack(to, back, choiceOfMessage(prompt))
      }
      navigate(links.session(to.serverId, to.sessionId))
      showToast({ tone: 'info', ...copyText(view.messages(), beforeId, view.transcript()?.older === null) })
    } catch (error) {
      reportFailure('The session was not copied', error, () => void fork(beforeId))
    }
  }
  return (beforeId) => void fork(beforeId)
}
