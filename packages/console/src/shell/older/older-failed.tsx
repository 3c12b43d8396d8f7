import { Show, type JSX } from 'solid-js'
import { Notice } from '../../ui/notice.tsx'
import type { Older } from './create-older.ts'

/** The servers that could not be searched. One that is away is no news: only what refused is an alarm. */
export function OlderFailed(props: { older: Older }): JSX.Element {
  const text = () => props.older.failed().map(({ server, why }) => `Couldn’t search ${server}: ${why}`)
  return (
    <Show when={text().length > 0}>
      <Notice
        tone={props.older.retry ? 'error' : 'info'}
        title={text().join(' ')}
        onRetry={props.older.retry}
      />
    </Show>
  )
}
