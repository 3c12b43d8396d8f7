import { createEffect, createMemo, createResource, createSignal, on, type Accessor } from 'solid-js'
import type { Problem } from '../../../shared/api.ts'
import type { PreferenceChange, PreferenceFile } from '../../../shared/preferences.ts'
import { host } from '../../sdk/host.ts'
import { settingsHost } from '../../sdk/settings/settings-host.ts'
import { toProblem } from '../../sdk/problem.ts'
import { useConsole } from '../../store/context.ts'
import { settled } from '../../ui/settled.ts'

export interface PreferenceReading {
  /** As it was read last. */
  file: Accessor<PreferenceFile | undefined>
  problem: Accessor<Problem | undefined>
  refresh(this: void): void
  /** Throws `ProblemError`. */
  save(this: void, change: PreferenceChange): Promise<void>
}

/** The file of the console's settings, read anew whenever something of it is told to be another. */
export function createPreferences(): PreferenceReading {
  const { state } = useConsole()
  const [resource, { refetch }] = createResource(() => settingsHost.preferences())
  const [saved, setSaved] = createSignal<PreferenceFile>()
  const read = createMemo<PreferenceFile | undefined>((before) => settled(resource) ?? before)
  createEffect(
    on(
      () => state.info?.preferences,
      () => void refetch(),
      { defer: true },
    ),
  )
  createEffect(on(read, () => setSaved(undefined), { defer: true }))
  return {
    file: () => saved() ?? read(),
    problem: () => (resource.state === 'errored' ? toProblem(resource.error) : undefined),
    refresh: () => void refetch(),
    async save(change) {
      setSaved(await host.changePreference(change))
    },
  }
}
