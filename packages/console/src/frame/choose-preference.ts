import type { PreferenceChange } from '../../shared/preferences.ts'
import { host } from '../sdk/host.ts'
import { takePreferences } from '../ui/preferences.ts'
import { reportFailure } from './report-failure.ts'

/** At once here, then in every browser. Where it can't be kept it holds in this one. */
export function choosePreference(change: PreferenceChange): void {
  takePreferences({ [change.key]: change.value })
  host
    .changePreference(change)
    .catch((error: unknown) =>
      reportFailure('This browser alone knows it', error, () => choosePreference(change)),
    )
}
