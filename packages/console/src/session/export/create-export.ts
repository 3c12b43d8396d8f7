import { createSignal } from 'solid-js'
import { announce } from '../../ui/announce.tsx'
import { formatBytes, formatPlural } from '../../ui/format.ts'
import { dismissToast, showToast } from '../../ui/toast.ts'
import { reportFailure } from '../../frame/report-failure.ts'
import { useSession } from '../session-view.ts'
import type { ExportFormat } from './export-session.ts'

/** Saves the session as a file. A long one says how far it is. */
export function createExport(title: () => string): (format: ExportFormat) => void {
  const view = useSession()
  const [running, setRunning] = createSignal(false)
  const save = async (format: ExportFormat) => {
    if (running()) return
    setRunning(true)
    const place = { ...view.ref, directory: view.directory() }
    let told: number | undefined
    const tell = (text: string) => {
      if (told !== undefined) dismissToast(told)
      told = showToast({ tone: 'info', title: text })
    }
    try {
      // Nobody needs it before: the checks and the writers come with the first export.
      const [{ exportSession }, { saveFile }, { fileNameOf }] = await Promise.all([
        import('./export-session.ts'),
        import('./save-file.ts'),
        import('./file-name.ts'),
      ])
      const file = await exportSession(place, format, (count) =>
        tell(`Exporting: ${formatPlural(count, 'message')} so far`),
      )
      saveFile(file, fileNameOf(title(), format === 'json' ? 'json' : 'md'))
      tell(`Exported, ${formatBytes(file.size)}`)
      announce('Exported')
    } catch (error) {
      if (told !== undefined) dismissToast(told)
      reportFailure('The session was not exported', error, () => void save(format))
    } finally {
      setRunning(false)
    }
  }
  return (format) => void save(format)
}
