import { Show, type JSX } from 'solid-js'
import { FindBar } from './find-bar.tsx'
import type { FindProps } from './find.tsx'

/** What `Find` shows: it begins afresh each time. */
export const FindLayer = (props: FindProps & { open: boolean }): JSX.Element => (
  <Show when={props.open}>
    <FindBar {...props} />
  </Show>
)
