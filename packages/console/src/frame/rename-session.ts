import { oneLine } from './entry-text.ts'
import { reportFailure } from './report-failure.ts'

/** Never rejects: a name that was not taken is told with the failure, and is tried again by a press. Resolves when it is known. */
export async function renameSession(title: string, rename: (title: string) => Promise<void>): Promise<void> {
  try {
    await rename(title)
  } catch (error) {
    const again = () => void renameSession(title, rename)
    reportFailure(`Couldn’t rename the session to “${oneLine(title)}”`, error, again)
  }
}
