import type { Session } from '@kilocode/sdk/v2/client'
import type { JSX } from 'solid-js'
import { titleOfSession } from '../../../frame/entry-text.ts'
import { formatPlural } from '../../../ui/format.ts'
import { Notice } from '../../../ui/notice.tsx'

const MOST_NAMED = 5

/** Whom it stops to save now; nobody: it is not known who works there. */
export function RunningNotice(props: {
  running: readonly Session[]
  /** What the button says that waits for them. */
  later: string
}): JSX.Element {
  const titles = () => {
    const named = props.running.slice(0, MOST_NAMED).map((session) => `“${titleOfSession(session)}”`)
    const more = props.running.length - named.length
    return `${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`
  }
  return (
    <Notice
      tone="warning"
      title={
        props.running.length > 0
          ? `Saving now stops ${formatPlural(props.running.length, 'session')}: ${titles()}`
          : 'Which sessions work there is not known yet: saving now may stop some'
      }
      hint={`Kilo sets the folder up anew. Terminals go on. “${props.later}” waits as long as this window is open.`}
    />
  )
}
