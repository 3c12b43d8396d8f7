import type { FileView } from '../files/file-view.ts'
import { formatBytes } from '../../ui/format.ts'

/** Why there is no plan to be seen under the name of its file; undefined: it is shown. Pure. */
export function whyNoPlan(view: FileView): string | undefined {
  switch (view.kind) {
    case 'text':
      return undefined
    case 'missing':
      return 'The file no longer exists.'
    case 'empty':
      return 'The file is empty.'
    case 'outside':
      return 'It is outside of the session’s folder, so it can’t be shown here.'
    case 'large':
      return `It is too large to show here: ${formatBytes(view.size)}.`
    case 'binary':
    case 'picture':
      return 'It isn’t a text file, so it can’t be shown here.'
  }
}

/** Where no call names a file. */
export const NO_PLAN_FILE = 'Kilo didn’t name a file for the plan. It may be in its last answer.'
