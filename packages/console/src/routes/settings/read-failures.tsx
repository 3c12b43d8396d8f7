import RotateCw from 'lucide-solid/icons/rotate-cw'
import { For, Show, type JSX } from 'solid-js'
import { IconButton } from '../../ui/icon-button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import type { Read } from './create-read.ts'
import { SettingsLoading } from './engine-settings.tsx'

/** `what`: "the settings". */
export type NamedRead = readonly [what: string, read: Read<unknown>]

/** What could not be read. What was read before stays below. */
export const ReadFailures = (props: { reads: readonly NamedRead[] }): JSX.Element => (
  <For each={props.reads}>{([what, read]) => <ReadFailure what={what} read={read} />}</For>
)

export const ReadFailure = (props: { what: string; read: Read<unknown> }): JSX.Element => (
  <Show when={props.read.problem()}>
    {(problem) => (
      <Notice
        tone="error"
        title={`Couldn’t read ${props.what}${props.read.value() === undefined ? '' : ' anew'}: ${problem().message}`}
        hint={problem().hint}
        retrying={props.read.isReading()}
        onRetry={() => void props.read.refresh()}
      />
    )}
  </Show>
)

/** In place of what is on its way. That it failed is said above. */
export const Awaited = (props: { read: Read<unknown> }): JSX.Element => (
  <Show when={!props.read.problem()}>
    <SettingsLoading />
  </Show>
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
