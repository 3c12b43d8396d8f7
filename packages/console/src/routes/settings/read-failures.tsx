import RotateCw from 'lucide-solid/icons/rotate-cw'
import { For, Show, type JSX } from 'solid-js'
import { IconButton } from '../../ui/icon-button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import type { Read } from './create-read.ts'

type NamedRead = readonly [what: string, read: Read<unknown>]

/** What could not be read. What was read before stays below. */
export const ReadFailures = (props: { reads: readonly NamedRead[] }): JSX.Element => (
  <For each={props.reads}>
    {([what, read]) => (
      <Show when={read.problem()}>
        {(problem) => (
          <Notice
            tone="error"
            title={`Couldn’t read ${what}${read.value() === undefined ? '' : ' anew'}: ${problem().message}`}
            hint={problem().hint}
            retrying={read.isReading()}
            onRetry={() => void read.refresh()}
          />
        )}
      </Show>
    )}
  </For>
)

export const RefreshReads = (props: { reads: readonly NamedRead[]; disabled: boolean }): JSX.Element => (
  <IconButton
    name="Refresh"
    disabled={props.disabled}
    onClick={() => props.reads.forEach(([, read]) => void read.refresh())}
  >
    <Show when={props.reads.some(([, read]) => read.isReading())} fallback={<RotateCw />}>
      <Spinner />
    </Show>
  </IconButton>
)
