import { showToast } from '../../ui/toast.ts'
import { useConsole } from '../../store/context.ts'
import { copyOrReport } from '../../frame/copy-or-report.ts'
import { reportFailure } from '../../frame/report-failure.ts'
import { useSession } from '../session-view.ts'
import { shareProblem, webAddress } from './share-problem.ts'

/** Gives the session an address on the web, says it, and takes it away again. */
export function createShare(): { share: () => void; unshare: () => void; url: () => string | undefined } {
  const { branches, can } = useConsole()
  const view = useSession()
  const url = () => webAddress(view.session()?.share?.url)
  const copy = (address: string) => copyOrReport(address, 'Couldn’t copy the link')
  const problemOf = (error: unknown) => shareProblem(error, can(view.ref.serverId, 'account'))
  const share = async () => {
    try {
      const address = webAddress(await branches.share(view.ref))
      if (address === undefined) throw new Error('The server gave no address.')
      const action = { title: 'Copy link', run: () => copy(address) }
      showToast({ tone: 'info', title: 'Shared: whoever has the link can read it', hint: address, action })
    } catch (error) {
      reportFailure('The session was not shared', problemOf(error))
    }
  }
  const unshare = async () => {
    try {
      await branches.unshare(view.ref)
      showToast({ tone: 'info', title: 'No longer shared' })
    } catch (error) {
      reportFailure('The session is still shared', problemOf(error), () => void unshare())
    }
  }
  return { share: () => void share(), unshare: () => void unshare(), url }
}
