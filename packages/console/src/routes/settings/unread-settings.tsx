import { Show, type JSX } from 'solid-js'
import { Notice } from '../../ui/notice.tsx'
import type { Reading } from './configuration/create-reading.ts'
import { SettingsLoading } from './engine-settings.tsx'

/** The settings of a place are on their way, or can't be read. */
export const UnreadSettings = (props: { reading: Reading }): JSX.Element => (
  <Show when={props.reading.problem()} fallback={<SettingsLoading />}>
    {(problem) => (
      <Notice
        tone="error"
        title={`Couldn’t read the settings: ${problem().message}`}
        hint={problem().hint}
        retrying={props.reading.isReading()}
        onRetry={() => void props.reading.refresh()}
      />
    )}
  </Show>
)
