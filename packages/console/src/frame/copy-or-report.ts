import { announce } from '../ui/announce.tsx'
import { reportFailure } from './report-failure.ts'

/** Puts a text on the clipboard that cannot be marked by hand, and says so, or why not. */
export function copyOrReport(text: string, failure: string): void {
  navigator.clipboard.writeText(text).then(
    () => announce('Copied'),
    (error: unknown) => reportFailure(failure, error),
  )
}
